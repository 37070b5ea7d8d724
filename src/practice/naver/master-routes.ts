import type { ServerTime } from '../gateway/clock';
import { json, type PracticeAnswer } from '../gateway/http';
import { hash32 } from '../seeded';
import type { PracticeCategory } from './category-tree';
import { badRequest, INVALID_DATA, notFound } from './errors';
import type { Route } from './gateway';
import type { NoticeType } from './notice-types';
import type { OriginArea } from './origin-areas';
import { RESTRICTED_TAG_WORDS } from './validation/detail-attribute';

/** The lists that are served. */
export interface MasterRouteParts {
  readonly time: ServerTime;
  readonly categories: ReadonlyMap<string, PracticeCategory>;
  readonly noticeTypes: ReadonlyMap<string, NoticeType>;
  readonly originAreas: readonly OriginArea[];
  /** Remembers every pair the recommend call gave out. */
  readonly recommendedTags: Map<number, string>;
}

function listed(category: PracticeCategory): object {
  return {
    wholeCategoryName: category.path,
    id: category.id,
    name: category.name,
    last: category.isLeaf,
  };
}

function detailed(category: PracticeCategory): object {
  return {
    ...listed(category),
    exceptionalCategories: category.exceptions,
    certificationInfos: category.certifications,
  };
}

function areaList(areas: readonly OriginArea[]): PracticeAnswer {
  return json(200, { originAreaCodeNames: areas.map(([code, name]) => ({ code, name })) });
}

const NOTICE_BY_TOP: Readonly<Record<string, readonly string[]>> = {
  패션의류: ['WEAR', 'FASHION_ITEMS'],
  패션잡화: ['SHOES', 'BAG', 'FASHION_ITEMS', 'JEWELLERY'],
  '화장품/미용': ['COSMETIC', 'ETC'],
  '디지털/가전': ['HOME_APPLIANCES', 'MICROELECTRONICS', 'CELLPHONE', 'ETC'],
  '가구/인테리어': ['FURNITURE', 'SLEEPING_GEAR', 'ETC'],
  '출산/육아': ['KIDS', 'WEAR'],
  식품: ['FOOD', 'GENERAL_FOOD', 'DIET_FOOD'],
  '스포츠/레저': ['SPORTS_EQUIPMENT', 'ETC'],
  '생활/건강': ['KITCHEN_UTENSILS', 'CAR_ARTICLES', 'BIOCHEMISTRY', 'ETC'],
  도서: ['BOOKS'],
};

function noticeView(type: NoticeType): object {
  return {
    productInfoProvidedNoticeType: type.type,
    productInfoProvidedNoticeTypeName: type.key,
    productInfoProvidedNoticeContents: type.fields.map((field) => ({
      fieldType: field.form === 'boolean' ? 'BOOLEAN' : 'STRING',
      fieldName: field.name,
      fieldDescription: field.label,
      fieldAddDescription: '',
      fieldMaxLength: field.maxLength,
    })),
  };
}

function categoryRoutes(parts: MasterRouteParts): readonly Route[] {
  const { categories, time } = parts;
  const all = [...categories.values()];
  return [
    {
      api: 'GET /v1/categories',
      handle: ({ request }) => {
        const onlyLeaves = request.query.get('last') === 'true';
        return json(200, all.filter((entry) => entry.isLeaf || !onlyLeaves).map(listed));
      },
    },
    {
      api: 'GET /v1/categories/{categoryId}',
      handle: ({ params }) => {
        const category = categories.get(params.categoryId ?? '');
        return category === undefined
          ? notFound('카테고리', time.nowMs())
          : json(200, detailed(category));
      },
    },
    {
      api: 'GET /v1/categories/{categoryId}/sub-categories',
      handle: ({ params }) =>
        categories.has(params.categoryId ?? '')
          ? json(200, all.filter((entry) => entry.parentId === params.categoryId).map(listed))
          : notFound('카테고리', time.nowMs()),
    },
  ];
}

function originRoutes(parts: MasterRouteParts): readonly Route[] {
  const { originAreas } = parts;
  return [
    { api: 'GET /v1/product-origin-areas', handle: () => areaList(originAreas) },
    {
      api: 'GET /v1/product-origin-areas/query',
      handle: ({ request }) => {
        const name = request.query.get('name');
        const code = request.query.get('code');
        return areaList(
          originAreas.filter(
            (area) =>
              (name === null || area[1].includes(name)) && (code === null || area[0] === code),
          ),
        );
      },
    },
    {
      api: 'GET /v1/product-origin-areas/sub-origin-areas',
      handle: ({ request }) => {
        const code = request.query.get('code') ?? '';
        return areaList(originAreas.filter((area) => area[0] !== code && area[0].startsWith(code)));
      },
    },
  ];
}

function noticeRoutes(parts: MasterRouteParts): readonly Route[] {
  const { noticeTypes, categories, time } = parts;
  const path = '/v1/products-for-provided-notice';
  return [
    {
      api: `GET ${path}`,
      handle: ({ request }) => {
        const id = request.query.get('categoryId');
        if (id === null) return json(200, [...noticeTypes.values()].map(noticeView));
        const category = categories.get(id);
        if (category === undefined || category.parentId !== null) {
          return badRequest(INVALID_DATA, time.nowMs(), [
            {
              name: 'categoryId',
              type: 'NotValid',
              message: '최상위 카테고리 ID를 입력해 주세요.',
            },
          ]);
        }
        const wanted = NOTICE_BY_TOP[category.name] ?? ['ETC'];
        return json(200, wanted.flatMap((name) => noticeTypes.get(name) ?? []).map(noticeView));
      },
    },
    {
      api: `GET ${path}/{type}`,
      handle: ({ params }) => {
        const type = noticeTypes.get(params.type ?? '');
        return type === undefined
          ? notFound('상품정보제공고시', time.nowMs())
          : json(200, noticeView(type));
      },
    },
  ];
}

const TAG_ENDINGS = ['추천', '선물', '세트', '모음', '인테리어', '데일리'];

function tagRoutes(parts: MasterRouteParts): readonly Route[] {
  return [
    {
      api: 'GET /v2/tags/recommend-tags',
      handle: ({ request }) => {
        const keyword = request.query.get('keyword')?.trim() ?? '';
        if (keyword === '') return json(200, []);
        const tags = ['', ...TAG_ENDINGS].map((ending) => {
          const text = `${keyword}${ending}`;
          return { code: 100_000 + (hash32(text) % 900_000), text };
        });
        for (const tag of tags) parts.recommendedTags.set(tag.code, tag.text);
        return json(200, tags);
      },
    },
    {
      api: 'GET /v2/tags/restricted-tags',
      handle: ({ request }) => {
        const tags = request.query.getAll('tags').flatMap((text) => text.split(','));
        return json(
          200,
          tags.map((tag) => ({
            tag,
            restricted: RESTRICTED_TAG_WORDS.some((word) => tag.includes(word)),
          })),
        );
      },
    },
  ];
}

/** Reads that change slowly (naver-commerce-api.md 6.3). */
export function createMasterRoutes(parts: MasterRouteParts): readonly Route[] {
  return [
    ...categoryRoutes(parts),
    ...originRoutes(parts),
    ...noticeRoutes(parts),
    ...tagRoutes(parts),
    { api: 'GET /v1/product-attributes/attributes', handle: () => json(200, []) },
    { api: 'GET /v1/product-attributes/attribute-values', handle: () => json(200, []) },
    { api: 'GET /v1/product-attributes/attribute-value-units', handle: () => json(200, []) },
    {
      api: 'GET /v1/options/standard-options',
      handle: () => json(200, { useStandardOption: false, standardOptionCategoryGroups: [] }),
    },
    { api: 'GET /v1/product-brands', handle: () => json(200, []) },
    { api: 'GET /v1/product-manufacturers', handle: () => json(200, []) },
  ];
}
