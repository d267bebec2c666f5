import { processCases } from './graders-of-process.ts';

/** promptfoo's tests: one a case. Its labels stand in `expected`, for the reader; the numbers come from what is recorded. */
export default async function generateTests() {
  return [...processCases().cases.values()].map(({ id, suite, group, text, expected }) => ({
    description: id,
    vars: { case: id, suite, group, text, expected },
    metadata: { id, suite, group },
    assert: [{ type: 'javascript', value: 'file://../assertions/finding.ts' }],
  }));
}
