import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSheet } from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import { readItemList } from '../src/core/intake/read-list';
import { medianOf } from './images/measure';

/*
 * How long reading the longest list holds up everything else: 100,000 lines of each form through the
 * reading that ships, a warm-up and three rounds; of each round the longest turn of the event loop.
 * In the same run what a reading without slices costs at the least: lines split and matched, and the
 * spreadsheet parsed by its library, each in one turn.
 */

const LINES = 100_000;
const ROUNDS = 3;
const LONGEST_TURN_MS = 100;
const RESOLUTION_MS = 1;
/** The delay of the last turn is noted by the timer after it. */
const LAST_TURN_MS = 20;

const numbers = Array.from({ length: LINES }, (_, index) => String(60_000_000 + index));
const names = numbers.map((no, index) => `여름 가방 "${index}호", 방수 ${no}`);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const lists = [
  { name: 'list.txt', bytes: encode(numbers.join('\n')) },
  {
    name: 'list.csv',
    bytes: encode(
      [
        '상품명,상품번호,가격',
        ...numbers.map((no, index) => `"${names[index]?.replaceAll('"', '""')}",${no},12900`),
      ].join('\n'),
    ),
  },
  { name: 'list.xlsx', bytes: await workbook() },
];

const bars: { name: string; value: number; bound: string; holds: boolean }[] = [];
const tookMs: Record<string, number> = {};
const longestMs: Record<string, readonly number[]> = {};
for (const { name, bytes } of lists) {
  await readItemList(bytes, name, columnOf(name));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(name, bytes));
  const longest = rounds.map((one) => one.longestMs);
  longestMs[name] = longest;
  tookMs[name] = Math.round(medianOf(rounds.map((one) => one.tookMs)));
  const value = medianOf(longest);
  console.error(
    `${name.padEnd(10)} longest turns ${longest.join(', ')} ms, in all ${tookMs[name]} ms`,
  );
  bars.push({
    name: `longest turn while ${name} of 100,000 lines is read, ms`,
    value,
    bound: `<= ${LONGEST_TURN_MS}`,
    holds: value <= LONGEST_TURN_MS,
  });
}
const inOneTurnMs = { 'list.txt': textInOneTurn(), 'list.xlsx': await sheetInOneTurn() };
console.log(JSON.stringify({ bench: 'lists', tookMs, longestMs, inOneTurnMs, bars }));

function columnOf(name: string): string | null {
  return name === 'list.txt' ? null : '상품번호';
}

async function measure(name: string, bytes: Uint8Array) {
  // A fresh delay histogram each time: its maximum is the longest turn.
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const beganMs = performance.now();
  const { itemNos } = await readItemList(bytes, name, columnOf(name));
  const took = performance.now() - beganMs;
  await sleep(LAST_TURN_MS);
  delay.disable();
  if (itemNos.length !== LINES) throw new Error(`${name}: ${itemNos.length} numbers`);
  return { tookMs: took, longestMs: Math.round(delay.max / 1e5) / 10 };
}

function textInOneTurn(): number {
  const beganMs = performance.now();
  const seen = new Set<string>();
  for (const line of new TextDecoder().decode(lists[0]?.bytes).split('\n')) {
    if (/^\d{8}$/.test(line)) seen.add(line);
  }
  if (seen.size !== LINES) throw new Error('the plain reading lost lines');
  return Math.round(performance.now() - beganMs);
}

async function sheetInOneTurn(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const rows = await readSheet(Buffer.from(lists[2]?.bytes ?? []));
  await sleep(LAST_TURN_MS);
  delay.disable();
  if (rows.length !== LINES + 1) throw new Error('the plain reading lost rows');
  return Math.round(delay.max / 1e6);
}

async function workbook(): Promise<Uint8Array> {
  const heading = ['상품번호', '상품명', '가격', '재고'].map((value) => ({ value }));
  const rows = numbers.map((no, index) => [
    { value: no },
    { value: names[index] ?? '' },
    { value: 12_900 },
    { value: index % 500 },
  ]);
  return writeExcel([heading, ...rows]).toBuffer();
}
