import { spawnSync } from 'node:child_process';
import { z } from 'zod';

/**
 * Asks the registry whether a dependency that is shipped has a known hole of high or critical severity, and fails if
 * so. A registry that does not answer says nothing about the code: that is told, and does not fail.
 */
const countSchema = z.object({ high: z.number(), critical: z.number() });
const answerSchema = z.object({
  metadata: z.object({ vulnerabilities: countSchema }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const answer = answerSchema.safeParse(parseJson(stdout));
if (!answer.success) console.info('The registry did not answer the audit: skipped.');
else {
  const { high, critical } = answer.data.metadata.vulnerabilities;
  for (const [name, { severity, range }] of Object.entries(answer.data.vulnerabilities)) {
    console.info(`${severity}: ${name} ${range}`);
  }
  console.info(`Known holes in what is shipped: ${critical} critical, ${high} high.`);
  process.exitCode = high + critical > 0 ? 1 : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
