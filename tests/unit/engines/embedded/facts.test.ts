import { describe, expect, test } from 'vitest';
import { type FactName, factNames } from '#lib/domain/fact.ts';
import { readFacts } from '#lib/engines/embedded/facts.ts';
import { benchRows, candidateTurn, turnsOf } from '#tests/support/bench.ts';

const factsOf = (...texts: string[]) =>
  readFacts(texts.map((text, index) => candidateTurn(`t${index}`, text, index === 0 ? 'answer' : 'reply')));
const names = (text: string) => factsOf(text).map(({ name }) => name);
const nounFor = (name: FactName, text: string) => factsOf(text).find((fact) => fact.name === name)?.value;

describe('facts that were told', () => {
  test.each<[FactName, string]>([
    ['resistance', 'Phil was firmly against me.'],
    ['resistance', 'I proposed it and our CTO said no.'],
    ['resistance', "She wasn't very happy about it."],
    ['resistance', 'so my lead he didnt like it at all'],
    ['resistance', 'He pushed back hard on comparability.'],
    ['resistance', 'We met some strong resistance at first.'],
    ['decision_made', 'In the end our director decided for streaming.'],
    ['decision_made', 'Then it was decided: only new code.'],
    ['decision_made', 'The vote went two to one against me.'],
    ['decision_made', '"Fine," Benedikt said, "but we keep the report page."'],
    ['own_proposal_lost', 'I was overruled.'],
    ['own_proposal_lost', 'Leonie decided against it.'],
    ['own_proposal_won', 'I convinced the design group to try it.'],
    ['own_proposal_won', 'My proposal was accepted.'],
    ['launched', 'It went live on the 15th.'],
    ['launched', '- Shipped 26 September, no rollback'],
    ['measured', 'The drop rate went from 0.3 % to zero.'],
    ['measured', 'red runs dropped from 38 percent to 6 in a month'],
    ['measured', 'Cost is down 71 percent.'],
    ['deadline', 'It had to be done by Black Friday.'],
    ['deadline', 'The report was due on a Thursday.'],
    ['deadline', 'We had six weeks left.'],
    ['assigned_by_manager', 'My manager asked me to take over the migration.'],
    ['assigned_by_manager', 'The ticket was assigned to me.'],
    ['colleagues_helped', 'Design helped us with the wording.'],
    ['colleagues_helped', 'Ploy and I went through the whole app.'],
  ])('%s: %s', (name, text) => {
    expect(names(text)).toContain(name);
  });
});

describe('facts that were not', () => {
  test.each<[FactName, string]>([
    ['resistance', 'There was no resistance at all.'],
    ['resistance', 'Nobody objected.'],
    ['resistance', 'If he had said no I would have gone to his boss.'],
    ['resistance', 'I disagreed with the plan.'],
    ['resistance', 'The server refused the connection, so we reset it.'],
    ['resistance', 'Contact resistance is logged now.'],
    ['resistance', 'We on the mobile team were not convinced.'],
    ['decision_made', 'I decided to look into it.'],
    ['decision_made', 'The decision was not mine.'],
    ['decision_made', 'They agreed that handover is important.'],
    ['own_proposal_won', 'I would have convinced them with data.'],
    ['launched', 'I would have launched in May.'],
    ['launched', 'It never went live.'],
    ['launched', 'We planned that it went live in May.'],
    ['launched', 'The supplier shipped units with the wrong firmware.'],
    ['measured', 'I proposed raising the threshold from 225 to 400.'],
    ['measured', 'It got a lot better.'],
    ['measured', 'It was done by ten past four.'],
    ['deadline', 'There was no deadline.'],
    ['assigned_by_manager', 'Nobody asked me to look. My manager asked me why.'],
    ['assigned_by_manager', "I wasn't asked to fix it."],
    ['colleagues_helped', 'Nobody helped me.'],
    ['other_team', 'I was on the payments team.'],
    ['other_team', 'My team owned it, the whole team.'],
    ['other_team', 'Say the storage team is about to hit a limit, I would tell them.'],
  ])('%s: %s', (name, text) => {
    expect(names(text)).not.toContain(name);
  });
});

describe('nouns to speak of', () => {
  test.each<[FactName, string, string]>([
    ['decider', 'My tech lead said no.', 'your tech lead'],
    ['decider', 'our CTO said no', 'your CTO'],
    ['decider', 'their head of mobile was against it', 'their head of mobile'],
    ['decider', 'Joanne decided that we wait.', 'Joanne'],
    ['decider', 'The product owner pushed back on that restriction.', 'the product owner'],
    ['decider', 'Manager said ok, but the customer refused.', 'the customer'],
    ['other_team', 'It belonged to the Platform team.', 'the Platform team'],
    ['other_team', 'I gave it to another team.', 'the other team'],
    ['other_team', 'I handed it to the finance people.', 'the finance people'],
  ])('%s in "%s" is %s', (name, text, value) => {
    expect(nounFor(name, text)).toBe(value);
  });

  test('who said no comes before who decided: a question about disagreeing goes to them', () => {
    expect(nounFor('decider', 'Joanne decided for it. Phil was against me.')).toBe('Phil');
  });

  test('a pronoun names nobody', () => {
    expect(nounFor('decider', 'She pushed back. Then she said no.')).toBeUndefined();
  });

  test('a team that is only mentioned is a fact without a name to use', () => {
    expect(nounFor('other_team', 'For the fraud team that was too much.')).toBeNull();
  });

  test('other facts carry no value', () => {
    expect(nounFor('launched', 'It went live on Monday.')).toBeNull();
  });
});

test('a fact told in a reply is read there', () => {
  const [fact] = factsOf('We talked about it.', 'Then the VP said no.');
  expect(fact?.evidence.turnId).toBe('t1');
});

test('on real answers every fact is there once, in order, and stands where it says', () => {
  for (const row of benchRows('dev')) {
    const turns = turnsOf(row);
    const facts = readFacts(turns);
    const order = facts.map(({ name }) => factNames.indexOf(name));
    expect(order).toEqual([...new Set(order)].sort((one, other) => one - other));
    for (const { evidence } of facts) {
      const text = turns.find(({ id }) => id === evidence.turnId)?.text;
      expect(text?.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  }
});
