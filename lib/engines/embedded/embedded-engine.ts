import type { Assessment, Contradiction, CriterionAssessment, Flag } from '#lib/domain/assessment.ts';
import { overlaps } from '#lib/domain/evidence.ts';
import { asksAboutStory } from '#lib/domain/move.ts';
import {
  type Criterion,
  criteriaOf,
  isLabelled,
  labelledCriteria,
  type PractisedPrinciple,
  roundToScore,
} from '#lib/domain/rubric.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import {
  type CandidateTurn,
  exchanges,
  mainAnswer,
  scoredTurns,
  type Transcript,
} from '#lib/domain/transcript.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import type { AssessOptions, Engine } from '../engine.ts';
import { type ReadAnswer, readAnswer } from './answer-model.ts';
import { assessReply } from './assess-reply.ts';
import { findContradictions } from './contradictions.ts';
import { quotesAgainst, quotesFor, supporting } from './evidence.ts';
import { matchesPublishedExample } from './example-match.ts';
import { readFacts } from './facts.ts';
import type { Sentence } from './features.ts';
import type { Stretch } from './foreign-turns.ts';
import { type GenericModel, isLabelledPrinciple, scoreStory } from './generic-model.ts';
import { readGenericWeights } from './generic-weights.ts';
import { RecentlyRead } from './recently-read.ts';
import { screen, withoutStretches } from './screening.ts';
import { assignSections } from './section-spans.ts';
import { splitSentences } from './sentences.ts';
import { speak } from './speak.ts';
import { tellsStory } from './story.ts';
import { type EmbeddedModel, readWeights } from './weights.ts';

let loaded: EmbeddedModel | null = null;
let loadedGeneric: GenericModel | null = null;

/** A story is read again at every turn of its interview; this many interviews at once read theirs only once. */
const storiesRemembered = 200;

/**
 * The engine that needs no network and no key. Deterministic: the same transcript gives the same assessment.
 * @param model by default the weights that ship with the product, read once a process; evaluations pass fold models
 * @throws BarRaiserError `internal` when the weights cannot be read
 */
export function createEmbeddedEngine(model?: EmbeddedModel): Engine {
  if (!model) loaded ??= readWeights().model;
  const used = model ?? loaded;
  if (!used) throw new RangeError('No weights were read.');
  loadedGeneric ??= readGenericWeights().model;
  const models = { model: used, generic: loadedGeneric };
  const stories = new RecentlyRead<ReadAnswer>(storiesRemembered);
  const read = (text: string) => stories.recall(text, () => readAnswer(text, used));
  return {
    id: 'embedded',
    assess: async (transcript, scenario, options) => assess(transcript, scenario, options, models, read),
    speak,
  };
}

function assess(
  transcript: Transcript,
  scenario: Scenario,
  options: AssessOptions,
  models: { model: EmbeddedModel; generic: GenericModel },
  readStory: (text: string) => ReadAnswer,
): Assessment {
  const answer = mainAnswer(transcript);
  const criteria = criteriaOf(scenario.principle);
  if (!answer) return { ...nothingSaid(criteria), ...unvalidatedOf(scenario.principle) };
  const { text: screened, flags } = screen(answer.text);
  const turns = scoredTurns(transcript);
  const contradictions = findContradictions(turns);
  const text = withoutStretches(screened, contradictoryWords(contradictions, answer));
  const read = readStory(text);
  const { expected, carried, against } = scoreStory(read, scenario.principle, models, options.rubric);
  const told = (criterion: Criterion): Told => ({
    sentences: read.sentences,
    carried: carried(criterion),
    against: against(criterion),
  });
  const story = tellsStory(
    read.sentences,
    scenario.question,
    Math.max(...criteria.map((criterion) => expected[criterion] ?? 0)),
  );
  const replies = exchanges(transcript).map((exchange) =>
    assessReply({
      exchange,
      aims: asksAboutStory(exchange.question.move) ? exchange.question.move.aims : [],
      story: read.sentences,
      model: models.model,
    }),
  );
  const raised = new Set<Flag>([...flags, ...replies.flatMap((reply) => reply.flags)]);
  if (!story && !raised.has('unsupported_language')) raised.add('no_story');
  if (matchesPublishedExample(text, options.library)) raised.add('matches_published_example');
  if (contradictions.length > 0) raised.add('contradiction');
  return {
    engine: 'embedded',
    answerTurnId: answer.id,
    criteria: criteria.map((criterion) =>
      story
        ? assessCriterion(criterion, expected[criterion] ?? 0, told(criterion), answer)
        : { criterion, expected: 0, score: 0, evidence: [] },
    ),
    replies: replies.map((reply) => reply.assessment),
    facts: options.omitFacts ? [] : readFacts(turns),
    contradictions,
    ...unvalidatedOf(scenario.principle),
    spans: story
      ? assignSections(answer.text, read, tellingCriteria(scenario.principle), options.rubric, answer.id)
      : [],
    flags: [...raised],
  };
}

/** The sentences of an answer, and how much each speaks for a criterion and against it. */
interface Told {
  sentences: readonly Sentence[];
  carried: readonly number[];
  against: readonly number[];
}

function assessCriterion(
  criterion: Criterion,
  expected: number,
  { sentences, carried, against }: Told,
  { id }: CandidateTurn,
): CriterionAssessment {
  const score = roundToScore(expected);
  const estimated = isLabelled(criterion) ? {} : ({ estimated: true } as const);
  const opposed = score <= 1 ? quotesAgainst(sentences, against, id) : [];
  const weak = { criterion, expected, ...(opposed.length > 0 ? { against: opposed } : {}), ...estimated };
  if (score === 0) return { ...weak, score, evidence: [] };
  const evidence = quotesFor(sentences, score === 1 ? supporting(carried, against) : carried, id);
  return { ...weak, score: evidence.length === 0 ? null : score, evidence };
}

/** What the answer says twice and differently counts for nothing: the sentences of both statements. */
function contradictoryWords(
  contradictions: readonly Contradiction[],
  { id, text }: CandidateTurn,
): Stretch[] {
  const quotes = contradictions
    .flatMap(({ first, second }) => [first, second])
    .filter(({ turnId }) => turnId === id);
  return splitSentences(text).filter((sentence) => quotes.some((quote) => overlaps(quote, sentence)));
}

/** The mark of what no rated answers stand behind; none where there is nothing to mark. */
function unvalidatedOf(principle: PractisedPrinciple): Pick<Assessment, 'unvalidated'> {
  const unvalidated = unvalidatedCriteria(principle);
  return unvalidated.length > 0 ? { unvalidated } : {};
}

/** The criteria whose sentences tell the sections apart: where a principle's own have no models, those of all that have. */
function tellingCriteria(principle: PractisedPrinciple): readonly Criterion[] {
  return isLabelledPrinciple(principle) ? criteriaOf(principle) : labelledCriteria;
}

/** Before any story there is nothing to score; nothing is flagged either. */
function nothingSaid(criteria: readonly Criterion[]): Assessment {
  return {
    engine: 'embedded',
    answerTurnId: null,
    criteria: criteria.map((criterion) => ({ criterion, expected: 0, score: 0, evidence: [] })),
    replies: [],
    facts: [],
    contradictions: [],
    spans: [],
    flags: [],
  };
}
