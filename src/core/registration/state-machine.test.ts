import type { ChannelProductNo, OriginProductNo } from '@shared/domain/ids';
import { isResting, JOB_STATES, JOB_STEPS, type JobState } from '@shared/domain/job';
import type { Reason } from '@shared/domain/reason';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JobCore, type JobEvent, transition } from './state-machine';

const WARNING: Reason = { code: 'REGISTRATION_NOT_VERIFIED', severity: 'warn' };
const REASON: Reason = { code: 'REGISTRATION_DRAFT_NOT_READY', severity: 'ask' };
const ORIGIN = '11900000001' as OriginProductNo;
const CHANNEL = '12900000001' as ChannelProductNo;

function aJob(overrides: Partial<JobCore> = {}): JobCore {
  return {
    state: 'queued',
    claimedBy: null,
    attempts: 0,
    warnings: [],
    reasons: [],
    openIntentId: null,
    isCancelWanted: false,
    originProductNo: null,
    channelProductNo: null,
    draftVersion: null,
    notBeforeMs: 0,
    ...overrides,
  };
}

const claim: JobEvent = { kind: 'claim', runId: 'run' };
const advance: JobEvent = { kind: 'advance' };
const productKnown: JobEvent = {
  kind: 'product-known',
  originProductNo: ORIGIN,
  channelProductNo: CHANNEL,
  warnings: [],
  needsVerifying: true,
};
const cancel: JobEvent = { kind: 'cancel' };
const restReview: JobEvent = { kind: 'rest', state: 'needs-review', reasons: [REASON] };
const putOff = (to: 'queued' | (typeof JOB_STEPS)[number]): JobEvent => ({
  kind: 'put-off',
  to,
  notBeforeMs: 5000,
  reasons: [REASON],
  isAttempt: true,
});

/** From, event, expected change; null when the event does not apply. */
const TABLE: readonly (readonly [string, Partial<JobCore>, JobEvent, Partial<JobCore> | null])[] = [
  ['a queued job is claimed to be fetched', {}, claim, { state: 'fetching', claimedBy: 'run' }],
  [
    'a job is claimed for the step it waits for',
    { state: 'uploading' },
    claim,
    { state: 'uploading', claimedBy: 'run' },
  ],
  ['a held job is not claimed twice', { state: 'uploading', claimedBy: 'x' }, claim, null],
  ['a resting job is not claimed', { state: 'needs-review' }, claim, null],
  [
    'fetching leads to preparing',
    { state: 'fetching', claimedBy: 'x' },
    advance,
    { state: 'preparing', claimedBy: null },
  ],
  [
    'preparing leads to uploading',
    { state: 'preparing', claimedBy: 'x', attempts: 2 },
    advance,
    { state: 'uploading', attempts: 0 },
  ],
  [
    'uploading leads to registering',
    { state: 'uploading', claimedBy: 'x' },
    advance,
    { state: 'registering' },
  ],
  [
    'registering is left only with a product',
    { state: 'registering', claimedBy: 'x' },
    advance,
    null,
  ],
  [
    'a known product leads to verifying',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    productKnown,
    { state: 'verifying', openIntentId: null, originProductNo: ORIGIN },
  ],
  [
    'a product that is not ours to compare is done',
    { state: 'registering', claimedBy: 'x' },
    { ...productKnown, needsVerifying: false },
    { state: 'done' },
  ],
  [
    'verifying leads to done',
    { state: 'verifying', claimedBy: 'x', originProductNo: ORIGIN },
    { kind: 'advance', warnings: [WARNING] },
    { state: 'done', warnings: [WARNING] },
  ],
  ['a step of nobody does not advance', { state: 'preparing' }, advance, null],
  [
    'open points put a job before a person',
    { state: 'preparing', claimedBy: 'x' },
    restReview,
    { state: 'needs-review', claimedBy: null, reasons: [REASON] },
  ],
  [
    'a job with an open intent does not rest for review',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    restReview,
    null,
  ],
  [
    'a job with an open intent does not fail',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    { kind: 'rest', state: 'failed', reasons: [] },
    null,
  ],
  [
    'the marketplace’s no settles the intent',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    { kind: 'rest', state: 'rejected', reasons: [REASON] },
    { state: 'rejected', openIntentId: null },
  ],
  [
    'a job whose product exists does not fail',
    { state: 'verifying', claimedBy: 'x', originProductNo: ORIGIN },
    { kind: 'rest', state: 'failed', reasons: [] },
    null,
  ],
  [
    'a put-off step is tried later',
    { state: 'uploading', claimedBy: 'x', attempts: 1 },
    putOff('uploading'),
    { state: 'uploading', claimedBy: null, attempts: 2, notBeforeMs: 5000, reasons: [REASON] },
  ],
  [
    'a put-off can go back a step',
    { state: 'registering', claimedBy: 'x' },
    putOff('uploading'),
    { state: 'uploading' },
  ],
  [
    'a put-off cannot skip a step',
    { state: 'preparing', claimedBy: 'x' },
    putOff('registering'),
    null,
  ],
  [
    'an open intent keeps a put-off job where it is',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    putOff('queued'),
    { state: 'registering', openIntentId: 7 },
  ],
  [
    'an intent belongs to registering',
    { state: 'registering', claimedBy: 'x' },
    { kind: 'intend', intentId: 7, draftVersion: 3 },
    { openIntentId: 7, draftVersion: 3 },
  ],
  [
    'a second intent is refused while one is open',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    { kind: 'intend', intentId: 8, draftVersion: 3 },
    null,
  ],
  [
    'an intent that certainly did not happen is closed',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    { kind: 'intent-absent' },
    { state: 'registering', openIntentId: null, claimedBy: 'x' },
  ],
  [
    'a wish to cancel is granted once nothing is open',
    { state: 'registering', claimedBy: 'x', openIntentId: 7, isCancelWanted: true },
    { kind: 'intent-absent' },
    { state: 'cancelled', claimedBy: null },
  ],
  ['a queued job is cancelled at once', {}, cancel, { state: 'cancelled' }],
  [
    'a held job is cancelled at once',
    { state: 'uploading', claimedBy: 'x' },
    cancel,
    { state: 'cancelled', claimedBy: null },
  ],
  [
    'a job that waits for review can be dropped',
    { state: 'needs-review', reasons: [REASON] },
    cancel,
    { state: 'cancelled', reasons: [] },
  ],
  [
    'a job with an open intent only notes the wish',
    { state: 'registering', claimedBy: 'x', openIntentId: 7 },
    cancel,
    { state: 'registering', isCancelWanted: true },
  ],
  [
    'a wish that comes too late is said',
    { state: 'registering', claimedBy: 'x', openIntentId: 7, isCancelWanted: true },
    productKnown,
    { state: 'verifying', warnings: [{ code: 'REGISTRATION_CANCEL_TOO_LATE', severity: 'warn' }] },
  ],
  [
    'a job whose product exists is done when cancelled',
    { state: 'verifying', originProductNo: ORIGIN },
    cancel,
    { state: 'done', warnings: [{ code: 'REGISTRATION_CANCEL_TOO_LATE', severity: 'warn' }] },
  ],
  ['a done job is not cancelled', { state: 'done', originProductNo: ORIGIN }, cancel, null],
  [
    'a failed job is queued again',
    { state: 'failed', attempts: 4, reasons: [REASON] },
    { kind: 'retry', to: 'queued' },
    { state: 'queued', attempts: 0, reasons: [] },
  ],
  [
    'a reviewed job goes on with its pictures',
    { state: 'needs-review' },
    { kind: 'retry', to: 'uploading' },
    { state: 'uploading' },
  ],
  ['a done job is not tried again', { state: 'done' }, { kind: 'retry', to: 'queued' }, null],
  [
    'a working job is not tried again',
    { state: 'uploading' },
    { kind: 'retry', to: 'queued' },
    null,
  ],
  [
    'an interrupted fetch starts over',
    { state: 'fetching', claimedBy: 'old' },
    { kind: 'recover' },
    { state: 'queued', claimedBy: null },
  ],
  [
    'an interrupted preparation is fetched again',
    { state: 'preparing', claimedBy: null },
    { kind: 'recover' },
    { state: 'queued' },
  ],
  [
    'an interrupted registration without intent uploads again',
    { state: 'registering', claimedBy: 'old' },
    { kind: 'recover' },
    { state: 'uploading', claimedBy: null },
  ],
  [
    'an interrupted create call is looked up',
    { state: 'registering', claimedBy: 'old', openIntentId: 7 },
    { kind: 'recover' },
    { state: 'registering', claimedBy: null, openIntentId: 7 },
  ],
  [
    'an interrupted verification is done again',
    { state: 'verifying', claimedBy: 'old', originProductNo: ORIGIN },
    { kind: 'recover' },
    { state: 'verifying', claimedBy: null },
  ],
  ['a resting job has nothing to recover', { state: 'done' }, { kind: 'recover' }, null],
];

describe('transition', () => {
  for (const [name, from, event, expected] of TABLE) {
    it(name, () => {
      const job = aJob(from);
      const after = transition(job, event);
      if (expected === null) expect(after).toBeNull();
      else expect(after).toEqual({ ...job, ...after, ...expected });
    });
  }
});

const reasons = fc.constantFrom<readonly Reason[]>([], [REASON], [WARNING]);
const events: fc.Arbitrary<JobEvent> = fc.oneof(
  fc.constant<JobEvent>(claim),
  fc.record({ kind: fc.constant('advance' as const), warnings: reasons }),
  fc.record({
    kind: fc.constant('rest' as const),
    state: fc.constantFrom('needs-review' as const, 'rejected' as const, 'failed' as const),
    reasons,
  }),
  fc.record({
    kind: fc.constant('put-off' as const),
    to: fc.constantFrom('queued' as const, ...JOB_STEPS),
    notBeforeMs: fc.nat(),
    reasons,
    isAttempt: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('intend' as const), intentId: fc.nat(), draftVersion: fc.nat() }),
  fc.constant<JobEvent>({ kind: 'intent-absent' }),
  fc.record({
    kind: fc.constant('product-known' as const),
    originProductNo: fc.constant(ORIGIN),
    channelProductNo: fc.constant(CHANNEL),
    warnings: reasons,
    needsVerifying: fc.boolean(),
  }),
  fc.constant<JobEvent>(cancel),
  fc.record({
    kind: fc.constant('retry' as const),
    to: fc.constantFrom('queued' as const, 'uploading' as const),
  }),
  fc.constant<JobEvent>({ kind: 'recover' }),
);

describe('whatever happens to a job', () => {
  it('keeps its promises', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (history) => {
        let job = aJob();
        /** Every create call that was sent, and whether it is known what came of it. */
        let isUnsettled = false;
        for (const event of history) {
          const after = transition(job, event);
          if (after === null) continue;
          if (event.kind === 'intend') {
            expect(isUnsettled).toBe(false);
            expect(after.originProductNo).toBeNull();
            isUnsettled = true;
          }
          if (
            event.kind === 'intent-absent' ||
            event.kind === 'product-known' ||
            (event.kind === 'rest' && event.state === 'rejected')
          ) {
            isUnsettled = false;
          }
          expect(after.openIntentId !== null).toBe(isUnsettled);
          if (isUnsettled) expect(after.state).toBe('registering');
          if (isResting(after.state)) expect(after.claimedBy).toBeNull();
          if (after.originProductNo !== null) {
            expect(['verifying', 'done'] satisfies JobState[]).toContain(after.state);
          }
          if (job.state === 'done') expect(after).toEqual(job);
          expect(JOB_STATES).toContain(after.state);
          job = after;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('can be brought to rest from every state that can be reached', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (history) => {
        let job = history.reduce((before, event) => transition(before, event) ?? before, aJob());
        for (let steps = 0; steps < 20 && !isResting(job.state); steps += 1) {
          job = transition(job, { kind: 'claim', runId: 'next' }) ?? job;
          job = transition(job, advance) ?? transition(job, productKnown) ?? job;
        }
        expect(isResting(job.state)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
