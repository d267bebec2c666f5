import { holdInterviews, type Load } from './interviewee.ts';
import { line } from './line.ts';
import { withServer } from './server.ts';

/** The target of a turn on the embedded engine: p95 in milliseconds. */
const targetP95 = 50;

/** Measures turns on the embedded engine, from sending one to the last byte of its reply. */
export async function benchEmbedded(load: Load): Promise<void> {
  const { interviews, think, seconds } = load;
  console.info(
    `${interviews} interviews at once, think time ${think.join(' to ')} s, ${seconds} s, embedded engine`,
  );
  const turns = await withServer({}, (address) => holdInterviews(address, load, { marked: false }));
  const took = (chosen: typeof turns) => chosen.map(({ sentAt, endedAt }) => endedAt - sentAt);
  console.info(line('all turns', took(turns)));
  console.info(line('first answers', took(turns.filter(({ isStory }) => isStory))));
  console.info(line('replies', took(turns.filter(({ isStory }) => !isStory))));
  console.info(`errors ${turns.filter(({ error }) => error !== null).length}   target p95 ${targetP95} ms`);
}
