import { AppError } from '@shared/errors/app-error';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  bench,
  DELETED,
  entry,
  KEY,
  multiple,
  NORMAL,
  numbers,
  refused,
  single,
} from '../testing/domeggook-client-bench';
import { faultOf } from '../testing/fault-of';
import type { ScriptedAnswer } from '../testing/scripted-http';
import { anItemNo } from '../testing/wholesale-item';

describe('fetching items', () => {
  it('asks for up to a hundred numbers per call, and answers in the order asked', async () => {
    const { client, http, budget } = bench((query) =>
      query.get('multiple') === 'true'
        ? multiple(...(query.get('no') ?? '').split(',').reverse().map(entry))
        : single(query.get('no') ?? ''),
    );
    const asked = numbers(201);
    const lookups = await client.fetchItems(asked, NORMAL);
    expect(lookups.map((lookup) => [lookup.kind, lookup.itemNo])).toEqual(
      asked.map((itemNo) => ['found', itemNo]),
    );
    const sizes = http.requests.map(
      (request) => request.url.searchParams.get('no')?.split(',').length,
    );
    expect(sizes).toEqual([100, 100, 1]);
    expect(budget.spent).toHaveLength(3);
  });

  it('names version, mode and key as the market wants them, and marks the key as secret', async () => {
    const { client, http } = bench(() => single('70000001'));
    await client.fetchItems(numbers(1), NORMAL);
    const [request] = http.requests;
    expect(request?.url.origin + (request?.url.pathname ?? '')).toBe(
      'https://market.example/ssl/api/',
    );
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      ver: '4.6',
      mode: 'getItemView',
      aid: KEY,
      om: 'json',
      no: '70000001',
    });
    expect(request?.secretParams).toEqual(['aid']);
  });

  it('matches answers by number: out of order, twice, and with one that nobody asked for', async () => {
    const asked = numbers(3);
    const [first = '', second = '', third = ''] = asked;
    const { client } = bench(() =>
      multiple(entry(third), entry(first), entry('79999999'), entry(second), entry(first)),
    );
    const lookups = await client.fetchListed(asked, NORMAL);
    expect(lookups.map(({ kind, itemNo }) => [kind, itemNo])).toEqual(
      asked.map((itemNo) => ['found', itemNo]),
    );
  });

  it('answers a number asked twice twice, and asks for it once', async () => {
    const { client, http } = bench(() => single('70000001'));
    const itemNo = anItemNo('70000001');
    const lookups = await client.fetchItems([itemNo, itemNo], NORMAL);
    expect(lookups.map((lookup) => lookup.kind)).toEqual(['found', 'found']);
    expect(http.requests).toHaveLength(1);
  });

  it('takes a missing number for deleted only when a single call says so', async () => {
    const { client, http } = bench((query) => {
      if (query.get('multiple') === 'true') return multiple(entry('70000003'));
      return query.get('no') === '70000001' ? DELETED : single(Number(query.get('no')));
    });
    const lookups = await client.fetchItems(numbers(3), NORMAL);
    expect(lookups.map((lookup) => lookup.kind)).toEqual(['deleted', 'found', 'found']);
    expect(http.requests).toHaveLength(3);
  });

  it('confirms entries that hold an error, and an answer of nothing, one by one', async () => {
    for (const bulk of [
      multiple(
        { basis: { no: '70000001' }, ...entry('70000001') },
        { no: '70000002', error: { code: '40' } },
      ),
      multiple(entry('70000001'), { basis: { no: '70000002' }, error: { code: '40' } }),
      DELETED,
      { body: { domeggook: { item: '' } } },
      { body: { domeggook: '' } },
    ]) {
      const { client } = bench((query) => {
        if (query.get('multiple') === 'true') return bulk;
        return query.get('no') === '70000002' ? DELETED : single(query.get('no') ?? '');
      });
      const lookups = await client.fetchItems(numbers(2), NORMAL);
      expect(lookups.map((lookup) => lookup.kind)).toEqual(['found', 'deleted']);
    }
  });

  it('takes an only entry that comes as an object', async () => {
    const { client } = bench((query) =>
      query.get('multiple') === 'true'
        ? { body: { domeggook: { item: entry('70000001') } } }
        : DELETED,
    );
    const lookups = await client.fetchItems(numbers(2), NORMAL);
    expect(lookups.map((lookup) => lookup.kind)).toEqual(['found', 'deleted']);
  });

  it('calls an item unreadable, never deleted, when its data or its number do not fit', async () => {
    const answers: ScriptedAnswer[] = [
      { body: { domeggook: { ...entry('70000001'), price: { supply: '문의' } } } },
      single('99999999'),
      refused({ code: '41', dcode: 'ITEM_ERROR', message: '비공개 상품' }),
    ];
    for (const answer of answers) {
      const [lookup] = await bench(() => answer).client.fetchItems(numbers(1), NORMAL);
      expect(lookup?.kind).toBe('unreadable');
    }
  });

  it('reads answers in the wholesaler’s old encoding, labelled or not', async () => {
    const text = JSON.stringify({ domeggook: { basis: { no: 70000001, title: '똠얌 라면' } } });
    const body = new Uint8Array(iconv.encode(text, 'cp949'));
    for (const type of ['application/json; charset=euc-kr', 'text/html', 'application/json']) {
      const { client } = bench(() => ({ body, headers: { 'content-type': type } }));
      const [lookup] = await client.fetchItems(numbers(1), NORMAL);
      expect(lookup).toMatchObject({ kind: 'found', item: { title: '똠얌 라면' } });
    }
  });
});

describe('refusals', () => {
  const cases: readonly [what: string, answer: ScriptedAnswer, code: string][] = [
    ['an unknown service', refused({ dcode: 'UNKNOWN_SERVICE' }, 404), 'DOMEGGOOK_UNKNOWN_SERVICE'],
    ['a retired service', { status: 410 }, 'DOMEGGOOK_RETIRED'],
    [
      'a wrong key by its words',
      refused({ code: '11', message: 'API Key가 유효하지 않습니다.' }),
      'DOMEGGOOK_KEY_INVALID',
    ],
    [
      'a wrong key under the code of a bad parameter',
      refused({ code: 10, dcode: 'INVALID_AID', message: 'aid가 없습니다' }),
      'DOMEGGOOK_KEY_INVALID',
    ],
    ['a bad parameter', refused({ code: 10, message: '잘못된 값' }), 'DOMEGGOOK_BAD_PARAMETER'],
    [
      'a key without permission',
      refused({ code: '12', message: '이 API Key에는 사용 권한이 없습니다' }),
      'DOMEGGOOK_PERMISSION',
    ],
    [
      'a missing permission in the body',
      refused({ code: 403, message: '권한 없음' }),
      'DOMEGGOOK_PERMISSION',
    ],
    ['a missing permission in the status', refused({ code: '1' }, 403), 'DOMEGGOOK_PERMISSION'],
    [
      'a refused key or IP',
      { status: 403, body: '<html>denied</html>' },
      'DOMEGGOOK_KEY_OR_IP_REFUSED',
    ],
    ['a redirect', { status: 308, headers: { location: 'x' } }, 'DOMEGGOOK_WRONG_ADDRESS'],
    ['some other server', { status: 404, body: '<html/>' }, 'DOMEGGOOK_WRONG_ADDRESS'],
    ['another code', refused({ code: '77', message: '?' }), 'DOMEGGOOK_REFUSED'],
    [
      'errors under the root key',
      { body: { domeggook: { errors: { code: '77' } } } },
      'DOMEGGOOK_REFUSED',
    ],
    ['foreign JSON', { body: { hello: 1 } }, 'DOMEGGOOK_ANSWER_UNEXPECTED'],
  ];

  it.each(cases)('tell %s apart', async (_, answer, code) => {
    const { client, http } = bench(() => answer);
    for (const count of [2, 1]) {
      const fault = await faultOf(client.fetchItems(numbers(count), NORMAL));
      expect([fault.code, fault.retry.kind]).toEqual([code, 'never']);
    }
    expect(http.requests).toHaveLength(2);
  });

  it('rest the budget after a 429 and are not repeated', async () => {
    const { client, http, budget } = bench(() => ({ status: 429 }));
    const fault = await faultOf(client.fetchItems(numbers(2), NORMAL));
    expect([fault.code, fault.retry]).toEqual([
      'DOMEGGOOK_LIMITED',
      { kind: 'after', delayMs: 180_000 },
    ]);
    expect(budget.refusals()).toBe(1);
    expect(http.requests).toHaveLength(1);
  });

  it('keep the key out of what is thrown and logged', async () => {
    const { client, told } = bench(() => refused({ code: '77', message: `no ${KEY}` }));
    const fault = await faultOf(client.fetchItems(numbers(2), NORMAL));
    expect(JSON.stringify([fault.message, fault.params, fault.stack]) + told()).not.toContain(KEY);
  });

  it('say that a key is missing before anything is sent', async () => {
    const { client, http, budget } = bench(() => single(1), undefined, ' ');
    expect((await faultOf(client.fetchItems(numbers(1), NORMAL))).code).toBe(
      'DOMEGGOOK_KEY_MISSING',
    );
    expect(http.requests).toHaveLength(0);
    expect(budget.spent).toHaveLength(0);
  });

  it.each([
    ['deadline', 'NETWORK_NOT_SENT_DEADLINE'],
    ['aborted', 'NETWORK_ABORTED'],
    ['closed', 'NETWORK_NOT_SENT_CLOSING'],
    ['stopped', 'NETWORK_NOT_SENT_STOPPED'],
    ['unavailable', 'NETWORK_NOT_SENT_NO_LIMITER'],
  ] as const)('send nothing when the permit is denied for %s', async (reason, code) => {
    const { client, http } = bench(() => single(1), { granted: false, reason, waitMs: 7_000 });
    expect((await faultOf(client.fetchItems(numbers(1), NORMAL))).code).toBe(code);
    expect(http.requests).toHaveLength(0);
  });
});

describe('passing trouble', () => {
  const troubles: readonly [what: string, answer: ScriptedAnswer, code: string][] = [
    ['a web page', { body: '<html>점검중</html>' }, 'DOMEGGOOK_ANSWER_HTML'],
    ['half an answer', { body: '{"domeggook":{"item":[{"bas' }, 'DOMEGGOOK_ANSWER_BROKEN'],
    ['an empty answer', {}, 'DOMEGGOOK_ANSWER_BROKEN'],
    ['a server fault', { status: 502, body: '<html/>' }, 'DOMEGGOOK_UNAVAILABLE'],
    [
      'a dropped connection',
      new AppError('NETWORK_RESET', {
        params: { host: 'h', seconds: 30 },
        retry: { kind: 'look-up' },
      }),
      'NETWORK_RESET',
    ],
    [
      'an unknown host',
      new AppError('NETWORK_DNS', {
        params: { host: 'h', seconds: 30 },
        retry: { kind: 'after', delayMs: 1 },
      }),
      'NETWORK_DNS',
    ],
  ];

  it.each(troubles)('such as %s is tried three times and then told', async (_, answer, code) => {
    const { client, http, clock, budget } = bench(() => answer);
    const pending = faultOf(client.fetchItems(numbers(2), NORMAL));
    await clock.advance(4_000);
    expect((await pending).code).toBe(code);
    expect(http.requests).toHaveLength(3);
    expect(budget.spent).toHaveLength(3);
  });

  it.each(troubles)('such as %s does no harm when it passes', async (_, answer) => {
    const { client, clock } = bench((__, before) => (before === 0 ? answer : single('70000001')));
    const pending = client.fetchItems(numbers(1), NORMAL);
    await clock.advance(1_000);
    expect((await pending)[0]?.kind).toBe('found');
  });

  it('is not waited out past the caller’s deadline or abort', async () => {
    const late = bench(() => ({ status: 502 }));
    const deadlineAtMs = late.clock.nowMs() + 500;
    await faultOf(late.client.fetchItems(numbers(1), { lane: 'sync', deadlineAtMs }));
    expect(late.http.requests).toHaveLength(1);
    const stopped = bench(() => ({ status: 502 }));
    const controller = new AbortController();
    const pending = faultOf(
      stopped.client.fetchItems(numbers(1), { lane: 'sync', signal: controller.signal }),
    );
    await stopped.clock.settle();
    controller.abort();
    expect((await pending).code).toBe('NETWORK_ABORTED');
    expect(stopped.http.requests).toHaveLength(1);
  });
});
