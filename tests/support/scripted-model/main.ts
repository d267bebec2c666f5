import { parseArgs } from 'node:util';
import type { Behaviour } from './behaviour.ts';
import { interviewer } from './interviewer.ts';
import { startScriptedModel } from './server.ts';

/**
 * The scripted model as a process, for a browser or a benchmark:
 *   node tests/support/scripted-model/main.ts --port 11600 --pace 20 --before 300 [--fault 500|stall|reset] [--faults 1]
 * `--faults n`: the first n requests end in the fault, the others are answered.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '11600' },
    pace: { type: 'string', default: '0' },
    before: { type: 'string', default: '0' },
    fault: { type: 'string' },
    faults: { type: 'string', default: '1' },
  },
});

function faultOf(name: string): Behaviour {
  if (name === 'stall' || name === 'reset') return { kind: name };
  return { kind: 'status', status: Number(name) };
}

const answer = interviewer({ pace: Number(values.pace), before: Number(values.before) });
const { fault } = values;
const model = await startScriptedModel(
  (request, count) => (fault && count < Number(values.faults) ? faultOf(fault) : answer(request)),
  Number(values.port),
);
console.log(`scripted model: MODEL=openai-compatible:scripted OPENAI_BASE_URL=${model.url}`);
