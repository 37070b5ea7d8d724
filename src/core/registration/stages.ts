import { createFetching } from './fetching';
import type { Pipeline, Stage } from './pipeline';
import { createPreparing } from './preparing';
import { createRegistering } from './registering';
import type { StepTools, StepWork } from './step-tools';
import type { RegistrationTuning } from './tuning';
import { createTurns } from './turns';
import { createUploading } from './uploading';
import { createVerifying } from './verifying';

/** Numbers of one wholesaler call (domeggook-openapi.md 4.6, `multiple`; 2026-09). */
const FETCH_GROUP_SIZE = 100;

/** The five steps of a job in the order of the way, each with its side and its room. */
export function createStages(
  tools: StepTools,
  tuning: RegistrationTuning,
  itemFailed: Pipeline['itemFailed'],
): readonly Stage[] {
  const each =
    (work: StepWork): Stage['work'] =>
    async (jobs, signal) => {
      for (const job of jobs) await work(job, signal);
    };
  return [
    {
      step: 'fetching',
      side: 'domeggook',
      kind: 'fetch',
      capacity: FETCH_GROUP_SIZE,
      groupSize: FETCH_GROUP_SIZE,
      work: createFetching(tools, async (job, lookup) => {
        await itemFailed('fetching', job, lookup.reason);
      }),
    },
    {
      step: 'preparing',
      side: 'naver',
      kind: 'prepare',
      capacity: tuning.preparingAtOnce,
      groupSize: 1,
      work: each(createPreparing(tools)),
    },
    {
      step: 'uploading',
      side: 'naver',
      kind: 'upload',
      capacity: tuning.uploadingAtOnce,
      groupSize: 1,
      work: each(createUploading(tools)),
    },
    {
      step: 'registering',
      side: 'naver',
      kind: 'look-up',
      capacity: tuning.registeringAtOnce,
      groupSize: 1,
      work: each(createRegistering(tools, createTurns(tuning.creatingAtOnce))),
    },
    {
      step: 'verifying',
      side: 'naver',
      kind: 'read-back',
      capacity: tuning.verifyingAtOnce,
      groupSize: 1,
      work: each(createVerifying(tools)),
    },
  ];
}
