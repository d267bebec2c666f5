import { describe, expect, it } from 'vitest';
import { decide, exitCodes } from '#evals/gate/decide.ts';
import { fair, goldCase, runOf, wavering } from './fixture.ts';

describe('the decision of the gate', () => {
  it('passes a run that is the baseline', () => {
    const decision = decide(runOf(), runOf());
    expect(decision.outcome).toBe('pass');
    expect(exitCodes[decision.outcome]).toBe(0);
    expect(decision.reasons).toEqual([]);
    expect(decision.flips).toEqual([]);
  });

  it('fails a run that got worse, and names the criterion and the answers', () => {
    const worse = runOf((label, at) => (at % 2 === 0 ? label + 2 : fair(label, at)));
    const decision = decide(runOf(), worse);
    expect(decision.outcome).toBe('fail');
    expect(exitCodes[decision.outcome]).toBe(1);
    expect(decision.changes.find(({ measure }) => measure.id === 'kappa:context')?.movement).toBe(
      'regressed',
    );
    expect(decision.reasons.join(' ')).toContain('Agreement on context');
    expect(decision.flips[0]?.scores[0]).toMatchObject({
      criterion: 'context',
      quote: expect.stringMatching(/^words of/),
    });
    expect(decision.flips[0]?.worse).toBeGreaterThan(0);
  });

  it('does not fail a run that got better', () => {
    const decision = decide(
      runOf(),
      runOf((label) => label),
    );
    expect(decision.outcome).toBe('pass');
    expect(decision.changes.find(({ measure }) => measure.id === 'kappa:context')?.movement).toBe('improved');
  });

  it('calls a fall that it can neither show nor rule out inconclusive, which is no pass', () => {
    const few = (run: ReturnType<typeof runOf>) => ({ ...run, cases: run.cases.slice(0, 24) });
    const decision = decide(
      few(runOf((label) => label)),
      few(runOf((label, at) => (at === 4 || at === 11 ? label + 2 : label))),
    );
    expect(decision.outcome).toBe('inconclusive');
    expect(exitCodes[decision.outcome]).toBe(2);
  });

  it('seldom fails a wavering grader that nobody changed', () => {
    // At most 5 % by design (measured over 400 such pairs: 2 %); of 60 comparisons 5 % are three.
    const outcomes = Array.from({ length: 60 }, (_, trial) => {
      const run = (seed: number) => runOf(wavering(seed, 0.3), { wavers: true });
      return decide(run(trial * 7 + 1), run(trial * 7919 + 5000)).outcome;
    });
    expect(outcomes.filter((outcome) => outcome === 'fail').length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['another engine', { engine: 'other' }, 'engine'],
    ['numbers that mean something else', { metrics: 2 }, 'version of the metrics'],
    ['a suite that was not run', { suites: [] }, 'suite gold was not run'],
    [
      'other texts',
      { data: { 'gold/hbdc': { texts: 't2', labels: { context: 'c1', vote: 'v1' } } } },
      'other texts',
    ],
    [
      'other labels',
      { data: { 'gold/hbdc': { texts: 't1', labels: { context: 'c2', vote: 'v1' } } } },
      'other labels for context',
    ],
    [
      'a criterion that is gone',
      { data: { 'gold/hbdc': { texts: 't1', labels: { vote: 'v1' } } } },
      'other labels for context',
    ],
    ['a scenario that is gone', { data: {} }, 'its cases are gone'],
  ])('does not compare with %s', (_, change, reason) => {
    const decision = decide(runOf(), runOf(fair, change));
    expect(decision.outcome).toBe('not_comparable');
    expect(exitCodes[decision.outcome]).toBe(2);
    expect(decision.reasons.join(' ')).toContain(reason);
  });

  it('is never green without a baseline', () => {
    expect(decide(null, runOf()).outcome).toBe('not_comparable');
  });

  it('compares the common part when scenarios or criteria are new, and says what is new and what changed', () => {
    const data = {
      'gold/hbdc': { texts: 't1', labels: { context: 'c1', vote: 'v1', humility: 'h1' } },
      'gold/newcomer': { texts: 'n1', labels: { context: 'n1' } },
    };
    const run = runOf(fair, { data, hashes: { rubric: 'r2', prompts: 'p1' } });
    const far = goldCase(999, (label) => 3 - label);
    run.cases.push({ ...far, group: 'newcomer' });
    const decision = decide(runOf(), run);
    expect(decision.outcome).toBe('pass');
    expect(decision.common?.added).toEqual(['gold/newcomer', 'criterion humility']);
    expect(decision.common?.changed).toEqual(['rubric']);
    expect(decision.changes.find(({ measure }) => measure.id === 'kappa:context')?.gain).toBe(0);
  });

  it('fails what must always hold, also where nothing can be compared; what the baseline has is known', () => {
    const broken = () => {
      const run = runOf();
      run.cases[3] = goldCase(3, fair, { broken: ['context: a score without a quote'] });
      return run;
    };
    expect(decide(runOf(), broken()).outcome).toBe('fail');
    expect(decide(null, broken()).outcome).toBe('fail');
    const decision = decide(broken(), broken());
    expect(decision.outcome).toBe('pass');
    expect(decision.broken).toEqual([
      { id: 'gold/w3-3', fault: 'context: a score without a quote', known: true },
    ]);
  });

  it('fails a run below a floor, however the baseline was', () => {
    const low = () => runOf((label, at) => (at % 3 === 0 ? label : 3 - label));
    const decision = decide(low(), low());
    expect(decision.outcome).toBe('fail');
    expect(decision.floors.map(({ measured }) => measured.measure.id)).toContain('macro-kappa');
  });

  it('never counts a failed case as a score of zero', () => {
    const run = runOf((label) => label);
    const [first] = run.cases;
    if (!first) throw new Error('The fixture is empty.');
    const { id, suite, group, unit, writer } = first;
    run.cases[0] = { status: 'failed', id, suite, group, unit, writer, error: 'over quota' };
    const decision = decide(
      runOf((label) => label),
      run,
    );
    expect(decision.failed).toEqual([{ id, error: 'over quota' }]);
    const exact = decision.measured.find(({ measure }) => measure.id === 'exact');
    expect(exact).toMatchObject({ value: 1, n: 159 });
    expect(decision.outcome).toBe('pass');
  });

  it('fails a run of which too much failed', () => {
    const run = runOf();
    run.cases = run.cases.map((each, at) => {
      const { id, suite, group, unit, writer } = each;
      return at < 8 ? { status: 'failed' as const, id, suite, group, unit, writer, error: 'stalled' } : each;
    });
    expect(decide(runOf(), run).outcome).toBe('fail');
  });

  it('lets a wavering grader past a floor only by what its interval leaves open', () => {
    const near = runOf((label, at) => (at % 2 === 0 ? label + (at % 4 === 0 ? 2 : -2) : label), {
      wavers: true,
    });
    const missed = decide(near, near).floors;
    expect(missed.length).toBeGreaterThan(0);
    expect(decide(near, near).outcome).toBe(missed.some(({ clearly }) => clearly) ? 'fail' : 'inconclusive');
  });
});
