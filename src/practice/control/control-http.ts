import { z } from 'zod';
import { QUIRKS } from '../catalogue/model';
import { json, type PracticeAnswer, type PracticeRequest } from '../gateway/http';
import type { PracticeStats } from '../gateway/stats';
import type { PracticeControl } from './control';

/** Name of the header that has to carry the practice wholesaler's key. */
export const CONTROL_HEADER = 'x-practice-key';

const itemNo = z.int();
const item = { itemNo };
const fault = z.strictObject({
  server: z.enum(['domeggook', 'naver']),
  api: z.string().exactOptional(),
  kind: z.enum(['status', 'drop', 'drop-after-commit', 'delay', 'html', 'truncated', 'ip-refused']),
  status: z.int().min(100).max(599).exactOptional(),
  delayMs: z.int().min(0).exactOptional(),
  count: z.int().min(0).exactOptional(),
  afterN: z.int().min(0).exactOptional(),
});

const commandSchema = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('advance'), steps: z.int().min(1).max(1000).default(1) }),
  z.strictObject({ command: z.literal('changePrice'), ...item, priceKrw: z.int().min(10) }),
  z.strictObject({ command: z.literal('changeStock'), ...item, stock: z.int().min(0) }),
  z.strictObject({
    command: z.literal('changeOption'),
    ...item,
    key: z.string(),
    change: z.strictObject({
      stock: z.int().min(0).exactOptional(),
      supAddKrw: z.int().exactOptional(),
      hid: z.union([z.literal(0), z.literal(1), z.literal(2)]).exactOptional(),
    }),
  }),
  z.strictObject({ command: z.literal('soldOut'), ...item }),
  z.strictObject({ command: z.literal('end'), ...item }),
  z.strictObject({ command: z.literal('restart'), ...item }),
  z.strictObject({ command: z.literal('delete'), ...item }),
  z.strictObject({ command: z.literal('setLicence'), ...item, isUsable: z.boolean() }),
  z.strictObject({ command: z.literal('setResaleFloor'), ...item, floorKrw: z.int().nullable() }),
  z.strictObject({
    command: z.literal('setQuirk'),
    quirk: z.enum(QUIRKS),
    mode: z.enum(['some', 'all', 'none']),
  }),
  z.strictObject({ command: z.literal('inject'), fault }),
  z.strictObject({ command: z.literal('clearFaults') }),
  z.strictObject({ command: z.literal('setClockOffset'), offsetMs: z.int() }),
  z.strictObject({ command: z.literal('nextDay'), days: z.int().min(1).default(1) }),
  z.strictObject({ command: z.literal('setQuotaPenalty'), isOn: z.boolean() }),
  z.strictObject({ command: z.literal('revokeTokens') }),
  z.strictObject({ command: z.literal('setUploadDelay'), delayMs: z.int().min(0) }),
  z.strictObject({ command: z.literal('setLatency'), latencyMs: z.int().min(0) }),
  z.strictObject({ command: z.literal('setSearchDelay'), delayMs: z.int().min(0) }),
  z.strictObject({ command: z.literal('setDomeggookCallsToday'), calls: z.int().min(0) }),
  z.strictObject({
    command: z.literal('prohibit'),
    originProductNo: z.int(),
    reason: z.string(),
  }),
  z.strictObject({ command: z.literal('products') }),
  z.strictObject({ command: z.literal('product'), originProductNo: z.int() }),
  z.strictObject({ command: z.literal('items') }),
  z.strictObject({ command: z.literal('stats') }),
]);

/** One command of `POST /_practice/control`. */
export type ControlCommand = z.infer<typeof commandSchema>;

function perform(
  command: ControlCommand,
  control: PracticeControl,
  stats: () => PracticeStats,
): unknown {
  switch (command.command) {
    case 'advance':
      return control.advance(command.steps);
    case 'changePrice':
      return control.changePrice(command.itemNo, command.priceKrw);
    case 'changeStock':
      return control.changeStock(command.itemNo, command.stock);
    case 'changeOption':
      return control.changeOption(command.itemNo, command.key, command.change);
    case 'soldOut':
    case 'end':
    case 'restart':
    case 'delete':
      return control[command.command](command.itemNo);
    case 'setLicence':
      return control.setLicence(command.itemNo, command.isUsable);
    case 'setResaleFloor':
      return control.setResaleFloor(command.itemNo, command.floorKrw);
    case 'setQuirk':
      return control.setQuirk(command.quirk, command.mode);
    case 'inject':
      return control.inject(command.fault);
    case 'clearFaults':
    case 'revokeTokens':
    case 'products':
      return control[command.command]();
    case 'setClockOffset':
      return control.setClockOffset(command.offsetMs);
    case 'nextDay':
      return control.nextDay(command.days);
    case 'setQuotaPenalty':
      return control.setQuotaPenalty(command.isOn);
    case 'setUploadDelay':
      return control.setUploadDelay(command.delayMs);
    case 'setLatency':
      return control.setLatency(command.latencyMs);
    case 'setSearchDelay':
      return control.setSearchDelay(command.delayMs);
    case 'setDomeggookCallsToday':
      return control.setDomeggookCallsToday(command.calls);
    case 'prohibit':
      return control.prohibit(command.originProductNo, command.reason);
    case 'product':
      return control.product(command.originProductNo);
    case 'items':
      return control.items().map((entry) => ({
        itemNo: entry.itemNo,
        title: entry.title,
        status: entry.status,
        isDeleted: entry.isDeleted,
        supplyKrw: entry.supply?.[0]?.priceKrw ?? null,
      }));
    case 'stats':
      return stats();
  }
}

/** The control over HTTP: 403 without the key, 400 for a wrong command, else `{ok: true, result}`. */
export async function handleControl(
  request: PracticeRequest,
  key: string,
  control: PracticeControl,
  stats: () => PracticeStats,
): Promise<PracticeAnswer> {
  if (request.method !== 'POST') return json(405, { ok: false, problem: 'POST only' });
  if (request.headers[CONTROL_HEADER] !== key) {
    return json(403, { ok: false, problem: `header ${CONTROL_HEADER} does not hold the key` });
  }
  let sent: unknown;
  try {
    sent = JSON.parse((await request.body()).toString('utf8'));
  } catch {
    return json(400, { ok: false, problem: 'the body is not JSON' });
  }
  const command = commandSchema.safeParse(sent);
  if (!command.success) return json(400, { ok: false, problem: z.prettifyError(command.error) });
  try {
    return json(200, { ok: true, result: perform(command.data, control, stats) ?? null });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return json(400, { ok: false, problem: fault.message });
  }
}
