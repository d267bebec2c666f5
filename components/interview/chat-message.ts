import type { UIMessage } from 'ai';
import type { ClockData, PhaseData } from '#lib/domain/interview-view.ts';

/** The one message type of the conversation: text, and where the interview stands. */
export type InterviewMessage = UIMessage<never, { phase: PhaseData; clock: ClockData }>;
