import { parentPort } from 'node:worker_threads';
import { readTrainingCorpus } from './corpus.ts';
import { type LayerJob, runLayerJob } from './layer-job.ts';

const port = parentPort;
if (!port) throw new RangeError('A layer worker runs beside the trainer.');
const examples = readTrainingCorpus();
port.on('message', (job: LayerJob) => port.postMessage(runLayerJob(examples, job)));
