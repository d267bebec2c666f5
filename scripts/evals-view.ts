import { spawn } from 'node:child_process';
import { installRunner, viewerCommand } from '#evals/runner/promptfoo.ts';

/** Opens promptfoo's viewer on the runs so far; options are its own (--port 15500, --no). */
installRunner((line) => console.error(line));
const { path, arguments: options, options: surroundings } = viewerCommand(process.argv.slice(2));
spawn(path, options, surroundings).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
