import { buildDomeCategories } from '../catalogue/category-tree';
import type { CatalogueItem, Quirk } from '../catalogue/model';
import { buildSuppliers } from '../catalogue/suppliers';
import type { ServerTime } from '../gateway/clock';
import { type FaultBoard, htmlPage, withFault } from '../gateway/faults';
import {
  json,
  type PracticeAnswer,
  type PracticeOutcome,
  type PracticeRequest,
} from '../gateway/http';
import type { StatsBoard } from '../gateway/stats';
import { createPictureShelf } from '../pictures/server';
import { type CallLimit, createCallLimit } from './call-limit';
import { categoryList } from './categories';
import {
  badParameter,
  type DomeError,
  INVALID_KEY,
  ITEM_ERROR,
  RETIRED_SERVICE,
  UNKNOWN_SERVICE,
} from './errors';
import { itemList } from './item-list';
import { etcGroup, itemView } from './item-view';
import { toXml } from './xml';

/** Path of every call of the API. */
export const API_PATH = '/ssl/api/';
const MAX_NUMBERS = 100;
/** Pairs that this server knows; the old detail versions still answer. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  getItemList: ['4.0', '4.1'],
  getItemView: ['4.1', '4.2', '4.3', '4.4', '4.5', '4.6'],
  getCategoryList: ['1.0'],
};

/** The catalogue as the server needs it. */
export interface MarketView {
  readonly items: readonly CatalogueItem[];
  find(itemNo: number): CatalogueItem | null;
  has(item: CatalogueItem, quirk: Quirk): boolean;
  /** Called before an item is answered; moves the price of items with that quirk. */
  beforeView(item: CatalogueItem): void;
}

/** What the wholesaler's server is made of. */
export interface DomeggookParts {
  readonly key: string;
  readonly time: ServerTime;
  readonly faults: FaultBoard;
  readonly stats: StatsBoard;
  readonly market: MarketView;
  readonly blockMs: number;
  origin(): string;
  latencyMs(): number;
  /** Answers the control path; see control/control-http.ts. */
  handleControl(request: PracticeRequest): Promise<PracticeAnswer>;
}

/** The wholesaler's server without its socket. */
export interface PracticeDomeggook {
  readonly limit: CallLimit;
  handle(request: PracticeRequest): Promise<PracticeOutcome>;
}

function isError(answer: object): answer is DomeError {
  return 'httpStatus' in answer;
}

/** Both marketplaces' wholesale side: one API path, the pictures, and the control path of practice. */
export function createPracticeDomeggook(parts: DomeggookParts): PracticeDomeggook {
  const { time, faults, stats, market } = parts;
  const categories = [...buildDomeCategories().values()];
  const suppliers = buildSuppliers();
  const limit = createCallLimit(parts.blockMs);
  const shelf = createPictureShelf((itemNo) => market.find(itemNo));
  const viewParts = {
    categoriesByCode: new Map(categories.map((category) => [category.code, category])),
    suppliers,
    origin: parts.origin,
    has: (item: CatalogueItem, quirk: Quirk) => market.has(item, quirk),
  };

  const viewMany = (numbers: readonly string[]): object => {
    const asked = numbers.map((text) => market.find(Number(text)));
    const found = asked.flatMap((item) => (item === null || item.isDeleted ? [] : [item]));
    const { code, message } = ITEM_ERROR;
    // Most often a deleted item is left out; one client also reports entries of this form (1.5).
    const errors = asked.flatMap((item) =>
      item?.isDeleted === true && market.has(item, 'error-entries')
        ? [{ error: { code, message } }]
        : [],
    );
    for (const item of found) market.beforeView(item);
    // Grouped, not in the order asked: a client has to match by number.
    const ordered = found.toSorted((one, other) => one.itemNo - other.itemNo);
    const views = ordered.map((item) => itemView(item, 'multiple', viewParts));
    return { etc: etcGroup(false), item: [...views, ...errors] };
  };

  const view = (query: URLSearchParams): object | DomeError => {
    const numbers = (query.get('no') ?? '').split(',').map((text) => text.trim());
    if (numbers.some((text) => !/^\d+$/.test(text))) return badParameter('no를 확인해 주세요.');
    if (query.get('multiple') === 'true') {
      return numbers.length > MAX_NUMBERS
        ? badParameter(`no는 ${MAX_NUMBERS}개까지 입력할 수 있습니다.`)
        : viewMany(numbers);
    }
    const item = market.find(Number(numbers[0]));
    if (item === null || item.isDeleted) return ITEM_ERROR;
    market.beforeView(item);
    return { ...itemView(item, 'single', viewParts), etc: etcGroup(item.isListingDenied) };
  };

  const serve = (query: URLSearchParams): object | DomeError => {
    const mode = query.get('mode') ?? '';
    const versions = SERVICES[mode];
    const version = query.get('ver') ?? '';
    if (versions?.includes(version) !== true) {
      const isRetired =
        versions !== undefined && version.startsWith('1.') && mode !== 'getCategoryList';
      return isRetired ? RETIRED_SERVICE : UNKNOWN_SERVICE;
    }
    if (query.get('aid') !== parts.key) return INVALID_KEY;
    const output = query.get('om');
    if (output !== 'json' && output !== 'xml') return badParameter('om을 확인해 주세요.');
    if (mode === 'getItemList') {
      return itemList(market.items, query, { suppliers, origin: parts.origin });
    }
    return mode === 'getItemView' ? view(query) : categoryList(categories);
  };

  const wrap = (answer: object | DomeError, output: string | null): PracticeAnswer => {
    const status = isError(answer) ? answer.httpStatus : 200;
    const { httpStatus: _dropped, ...error } = isError(answer) ? answer : { httpStatus: 200 };
    const name = isError(answer) ? 'errors' : 'domeggook';
    const content = isError(answer) ? error : answer;
    if (output === 'xml') {
      const body = `<?xml version="1.0" encoding="UTF-8"?>${toXml(name, content)}`;
      return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
    }
    const type = 'application/json; charset=utf-8';
    return json(status, { [name]: content }, { 'content-type': type });
  };

  const answerApi = async (request: PracticeRequest): Promise<PracticeAnswer> => {
    const query = new URLSearchParams(request.query);
    if (request.method === 'POST') {
      for (const [key, value] of new URLSearchParams((await request.body()).toString('utf8'))) {
        if (!query.has(key)) query.append(key, value);
      }
    }
    // The body of a 429 is not documented: it is empty here.
    if (!limit.take(time.nowMs(), time.koreanDay())) return { status: 429, headers: {}, body: '' };
    if (parts.latencyMs() > 0) await time.sleep(parts.latencyMs());
    return wrap(serve(query), query.get('om'));
  };

  const answer = async (request: PracticeRequest): Promise<PracticeAnswer> => {
    if (request.path === API_PATH || `${request.path}/` === API_PATH) return answerApi(request);
    const picture = await shelf.find(request.path);
    return picture ?? { status: 404, headers: { 'content-type': 'text/html' }, body: '' };
  };

  return {
    limit,
    async handle(request) {
      if (request.path === '/_practice/control') return parts.handleControl(request);
      const isPicture = request.path.startsWith('/img/');
      const api = isPicture ? request.path : (request.query.get('mode') ?? request.path);
      const countedAs = isPicture ? '/img/' : api;
      stats.countCall('domeggook', countedAs);
      const target = {
        handle: answer,
        answerFor: (status: number) => htmlPage(status),
        ipRefused: () => htmlPage(403),
        sleep: (delayMs: number) => time.sleep(delayMs),
      };
      const fault = faults.take('domeggook', api);
      const outcome =
        fault === null ? await answer(request) : await withFault(fault, request, target);
      if (outcome !== 'drop') stats.countStatus('domeggook', countedAs, outcome.status);
      return outcome;
    },
  };
}
