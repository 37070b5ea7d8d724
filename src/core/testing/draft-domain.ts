import { defaultSettings, type Settings } from '@shared/domain/settings';
import type { OptionReading } from '@shared/options/model';
import { createDraftDomain, type DraftDomainDeps } from '../drafts/draft-domain';
import { NOTICE_TYPES } from '../naver/notice-types';
import type { NaverCategoryDetail, NaverMasterData } from '../naver/port';
import { PREFLIGHT_RULES } from '../preflight';
import { openDatabase } from '../storage/database';
import { createFakeClock } from './fake-clock';
import { createFakeRandomness } from './fake-randomness';
import { createRecordingLogger } from './recording-logger';

/** A product without options, read beyond doubt. */
export const noOptions: OptionReading = {
  type: 'NONE',
  dimensions: [],
  combinations: [],
  addOns: [],
  confidence: 1,
  separator: null,
  steps: [],
  notes: [],
  alternatives: [],
};

const leafPaths = [
  '생활/건강>주방용품>텀블러',
  '패션의류>여성의류>티셔츠',
  '디지털/가전>음향가전>이어폰',
];
const details: readonly NaverCategoryDetail[] = leafPaths.map((path, at) => ({
  id: String(50_000_001 + at),
  name: path.split('>').at(-1) ?? '',
  path,
  isLeaf: true,
  exceptions: at === 2 ? ['KC_CERTIFICATION'] : [],
  certifications: [],
}));

/** Three leaf categories, two addresses and two origins; the tag `최저가` is restricted. */
const fewLists: NaverMasterData = {
  restrictedTags: (tags) => Promise.resolve(new Map(tags.map((tag) => [tag, tag === '최저가']))),
  leafCategories: () => Promise.resolve(details),
  category: (id) => {
    const detail = details.find((candidate) => candidate.id === id);
    return detail === undefined ? Promise.reject(new TypeError(id)) : Promise.resolve(detail);
  },
  addresses: () =>
    Promise.resolve(
      ['RELEASE', 'REFUND_OR_EXCHANGE'].map((type, at) => ({
        id: 200_000_001 + at,
        name: type,
        type,
        address: '서울',
        phone: null,
        isOversea: false,
      })),
    ),
  returnCouriers: () => Promise.resolve([{ id: '1', name: '택배', priority: 'PRIMARY' }]),
  originAreas: () =>
    Promise.resolve([
      { code: '00', name: '국산' },
      { code: '0200037', name: '수입산:아시아>중국' },
    ]),
};

/** Default settings of a store that has everything a draft needs. */
export function storeSettings(change: Partial<Settings['store']> = {}): Settings {
  const settings = defaultSettings();
  return {
    ...settings,
    store: {
      ...settings.store,
      afterServicePhone: '02-000-0000',
      afterServiceGuide: '평일 10시부터 17시까지',
      importer: '수입상사',
      ...change,
    },
  };
}

/** The draft domain over an empty database in memory and few lists of Naver’s. */
export async function aDraftDomain(overrides: Partial<DraftDomainDeps> = {}) {
  const clock = createFakeClock();
  const database = await openDatabase(':memory:', clock);
  const domain = createDraftDomain({
    database,
    clock,
    randomness: createFakeRandomness(),
    logger: createRecordingLogger(),
    operator: 'kim',
    masterData: fewLists,
    settings: () => storeSettings(),
    noticeTypes: NOTICE_TYPES,
    rules: PREFLIGHT_RULES,
    readOptions: () => noOptions,
    mapOptions: () => ({
      optionInfo: null,
      supplementProductInfo: null,
      stockQuantity: null,
      problems: [],
      repairs: [],
    }),
    planPictures: (item, html) => ({
      product: item.thumbnail === null ? [] : [item.thumbnail.originalUrl],
      detail: [...html.matchAll(/src="([^"]+)"/g)].map((match) => match[1] ?? ''),
      excluded: [],
    }),
    ...overrides,
  });
  return { ...domain, database, clock };
}
