import { readFile } from 'node:fs/promises';
import type { Journal } from '../control/journal';
import type { ServerTime } from '../gateway/clock';
import type { FaultBoard } from '../gateway/faults';
import { json, type PracticeOutcome, type PracticeRequest } from '../gateway/http';
import type { LimitModel } from '../gateway/rate-limit';
import type { StatsBoard } from '../gateway/stats';
import { buildCategoryTree, type PracticeCategory } from './category-tree';
import { createNaverGateway, type NaverGateway } from './gateway';
import { createMasterRoutes } from './master-routes';
import { createNarrowUpdateRoutes } from './narrow-updates';
import { readNoticeTypes } from './notice-types';
import { buildOriginAreas } from './origin-areas';
import { createProductRoutes } from './product-routes';
import { createProductStore, type ProductStore } from './product-store';
import { createSearchRoutes } from './search-routes';
import { createSellerRoutes, defaultBundleGroups, PRACTICE_ADDRESSES } from './seller-routes';
import { createTokenDesk, type NaverCredentials, type TokenDesk } from './token';
import { createUploadDesk, PICTURE_PATH } from './upload';
import type { ProductWorld } from './validation/world';

/** What Naver's server is made of. */
export interface NaverParts {
  readonly credentials: NaverCredentials;
  readonly time: ServerTime;
  readonly faults: FaultBoard;
  readonly stats: StatsBoard;
  readonly journal: Journal;
  readonly limitModel: LimitModel;
  readonly strictTokenRules: boolean;
  readonly pictureFolder: string;
  origin(): string;
  latencyMs(): number;
  uploadDelayMs(): number;
  /** How long a new product stays out of the search. */
  searchDelayMs(): number;
}

/** The Commerce API of one practice store. */
export interface PracticeNaver {
  readonly store: ProductStore;
  readonly tokens: TokenDesk;
  readonly gateway: NaverGateway;
  readonly categories: readonly PracticeCategory[];
  handle(request: PracticeRequest): Promise<PracticeOutcome>;
}

/** Naver's server without its socket, with what earlier runs left in the journal. */
export function createPracticeNaver(parts: NaverParts): PracticeNaver {
  const { time, stats, journal } = parts;
  const categories = buildCategoryTree();
  const byId = new Map(categories.map((category) => [category.id, category]));
  const originAreas = buildOriginAreas();
  const noticeTypes = readNoticeTypes();
  const bundleGroups = defaultBundleGroups();
  const recommendedTags = new Map<number, string>();
  const uploads = createUploadDesk({
    time,
    stats,
    journal,
    folder: parts.pictureFolder,
    origin: parts.origin,
    delayMs: parts.uploadDelayMs,
  });
  const world: ProductWorld = {
    categories: byId,
    noticeTypes,
    originAreaCodes: new Set(originAreas.map(([code]) => code)),
    addresses: new Map(PRACTICE_ADDRESSES.map((entry) => [entry.addressBookNo, entry])),
    isUploaded: uploads.isUploaded,
    isBundleGroup: (id) => bundleGroups.some((group) => group.id === id),
    recommendedTagText: (code) => recommendedTags.get(code) ?? null,
  };
  const store = createProductStore({ time, stats, journal });
  const tokens = createTokenDesk({
    credentials: parts.credentials,
    time,
    stats,
    journal,
    isStrict: parts.strictTokenRules,
  });
  const productParts = { time, store, world };
  const gateway = createNaverGateway({
    time,
    faults: parts.faults,
    stats,
    tokens,
    limitModel: parts.limitModel,
    latencyMs: parts.latencyMs,
    routes: [
      { api: 'POST /v1/oauth2/token', handle: ({ request }) => tokens.issue(request) },
      {
        api: 'POST /v1/product-images/upload',
        handle: ({ request }) => uploads.upload(request),
      },
      ...createMasterRoutes({ time, categories: byId, noticeTypes, originAreas, recommendedTags }),
      ...createSellerRoutes({ time, bundleGroups }),
      ...createProductRoutes(productParts),
      ...createNarrowUpdateRoutes(productParts),
      ...createSearchRoutes({ ...productParts, searchDelayMs: parts.searchDelayMs }),
    ],
  });

  const servePicture = async (path: string): Promise<PracticeOutcome> => {
    const picture = uploads.findPicture(path);
    const bytes = picture === null ? null : await readFile(picture.file).catch(() => null);
    if (picture === null || bytes === null) return json(404, { message: 'no such picture' });
    const headers = {
      'content-type': picture.contentType,
      'cache-control': 'public, max-age=31536000, immutable',
    };
    return { status: 200, headers, body: bytes };
  };

  return {
    store,
    tokens,
    gateway,
    categories,
    handle: (request) =>
      request.path.startsWith(`${PICTURE_PATH}/`)
        ? servePicture(request.path)
        : gateway.handle(request),
  };
}
