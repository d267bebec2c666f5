import { describe, expect, it } from 'vitest';
import { findScenario, loadLibrary, scenarioAliases } from '#lib/content/library.ts';
import { countWords, speakingSeconds } from '#lib/domain/clock.ts';
import { criteriaOf, ownCriteria } from '#lib/domain/rubric.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { sections } from '#lib/domain/section.ts';
import { foldSpace } from './texts.ts';

const library = loadLibrary();
const { scenarios } = library;
const secondsOf = (text: string) => speakingSeconds(countWords(text));

describe.each(scenarios)('$id', (scenario) => {
  it.each(sections)('marks key phrases that stand verbatim in the %s', (section) => {
    const { strong, key_phrases } = scenario.sections[section];
    for (const phrase of key_phrases) expect(foldSpace(strong)).toContain(foldSpace(phrase));
    expect(new Set(key_phrases).size).toBe(key_phrases.length);
  });

  it.each(sections)('tells the %s in half to little more than its time', (section) => {
    const { strong, target_seconds, by_level } = scenario.sections[section];
    for (const text of [strong, ...Object.values(by_level ?? {})]) {
      expect(secondsOf(text) / target_seconds, text).toBeGreaterThanOrEqual(0.5);
      expect(secondsOf(text) / target_seconds, text).toBeLessThanOrEqual(1.1);
    }
  });

  it('gives each section its usual share, and an example that a senior has the time to tell', () => {
    expect(sections.map((section) => scenario.sections[section].target_seconds)).toEqual([
      30, 20, 90, 20, 15,
    ]);
    const seconds = secondsOf(publishedExample(scenario));
    const [shortest, longest] = scenario.levels.senior.target_seconds;
    expect(seconds).toBeGreaterThanOrEqual(shortest);
    expect(seconds).toBeLessThanOrEqual(longest);
  });

  it('sets the time of each level', () => {
    const { sde1, sde2, senior } = scenario.levels;
    expect([sde1, sde2, senior].map(({ target_seconds }) => target_seconds)).toEqual([
      [90, 120],
      [120, 150],
      [150, 180],
    ]);
  });

  it('reflects differently at SDE2 and Senior', () => {
    expect(Object.keys(scenario.sections.reflection.by_level ?? {})).toEqual(['sde2', 'senior']);
  });

  it('tells the action in the first person', () => {
    const { strong } = scenario.sections.action;
    expect(strong.match(/\bI\b/g)?.length ?? 0).toBeGreaterThanOrEqual(8);
    expect(strong).not.toMatch(/\b[Ww]e\b/);
  });

  it('marks a phrase that stands verbatim in each strong reply', () => {
    for (const { strong } of scenario.follow_ups) {
      expect(foldSpace(strong.reply)).toContain(foldSpace(strong.key_phrase));
    }
  });

  it('quotes the weak answer in each of its flaws', () => {
    const { text, flaws } = scenario.weak_answer;
    for (const { quote } of flaws) expect(foldSpace(text)).toContain(foldSpace(quote));
    expect(new Set(flaws.map(({ quote }) => quote)).size).toBe(flaws.length);
  });

  it('probes criteria of its own principle, and both that are special to it', () => {
    const covered = scenario.follow_ups.flatMap(({ covers }) => covers);
    expect(criteriaOf(scenario.principle)).toEqual(expect.arrayContaining(covered));
    expect(covered).toEqual(expect.arrayContaining([...ownCriteria[scenario.principle]]));
  });

  it('gives each probe an id of its own', () => {
    const ids = scenario.follow_ups.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks quiz questions with one right answer among distinct options', () => {
    for (const { options, answer } of scenario.quiz) {
      expect(options[answer]).toBeDefined();
      expect(new Set(options).size).toBe(options.length);
    }
    expect(new Set(scenario.quiz.map(({ answer }) => answer)).size).toBeGreaterThan(1);
  });

  it('retells the story for three other principles', () => {
    const principles = scenario.reframings.map(({ principle }) => principle);
    expect(new Set(principles).size).toBeGreaterThanOrEqual(3);
    expect(principles).not.toContain(scenario.principle);
  });
});

it('asks the questions and the probes of the rubric', () => {
  expect(
    Object.fromEntries(
      Object.values(scenarioAliases)
        .map((id) => findScenario(library, id))
        .map(({ question, follow_ups }) => [question, follow_ups.map(({ id }) => id)]),
    ),
  ).toEqual({
    'Tell me about a time you raised an unpopular opinion and stood by it.': [
      'resistance',
      'commit',
      'acceptance',
      'different',
    ],
    'Tell me about a time you took on something important outside your area of responsibility.': [
      'why_you',
      'personally',
      'after',
      'different',
    ],
    'Tell me about a time you had to dig into the details to find the cause of a problem.': [
      'hypotheses',
      'trust',
      'depth',
      'different',
    ],
    'Tell me about a time you delivered an important result despite serious obstacles.': [
      'tradeoff',
      'lowpoint',
      'measure',
      'different',
    ],
  });
});
