import type { ServerTime } from '../gateway/clock';
import { json, type PracticeAnswer } from '../gateway/http';
import { readJsonBody } from './body';
import { DEFAULT_BUNDLE_GROUP_ID } from './bundle-group';
import { badRequest, INVALID_DATA, notFound } from './errors';
import type { Route, RouteCall } from './gateway';
import { asText } from './json-value';
import { createFindings } from './validation/findings';

/** An entry of the store's address book, in the wire's form. */
export interface PracticeAddress {
  readonly addressBookNo: number;
  readonly name: string;
  readonly addressType: string;
  readonly postalCode: string;
  readonly baseAddress: string;
  readonly detailAddress: string;
  readonly address: string;
  readonly phoneNumber1: string;
  readonly phoneNumber2: string;
  readonly hasLocation: boolean;
  readonly roadNameAddress: boolean;
  readonly overseasAddress: boolean;
}

function address(
  addressBookNo: number,
  name: string,
  addressType: string,
  place: string,
  overseasAddress = false,
): PracticeAddress {
  return {
    addressBookNo,
    name,
    addressType,
    postalCode: overseasAddress ? '00000' : '12345',
    baseAddress: place,
    detailAddress: '1층',
    address: `${place} 1층`,
    phoneNumber1: '02-0000-1234',
    phoneNumber2: '',
    hasLocation: !overseasAddress,
    roadNameAddress: !overseasAddress,
    overseasAddress,
  };
}

/** Invented addresses: one to ship from, one for returns, two that are neither. */
export const PRACTICE_ADDRESSES: readonly PracticeAddress[] = [
  address(310_000_001, '출고지', 'RELEASE', '경기도 연습시 물류로 11'),
  address(310_000_002, '반품지', 'REFUND_OR_EXCHANGE', '경기도 연습시 물류로 12'),
  address(310_000_003, '사업장', 'BUSINESS', '서울특별시 연습구 가게길 3'),
  address(310_000_004, '해외 창고', 'GENERAL', 'Practice Road 8, Sample City', true),
];

/** A group of products that are sent together. */
export interface BundleGroup {
  readonly id: number;
  readonly name: string;
  readonly usable: boolean;
  readonly baseGroup: boolean;
  readonly deliveryFeeChargeMethodType: 'MIN' | 'MAX';
}

const DEFAULT_GROUP: BundleGroup = {
  id: DEFAULT_BUNDLE_GROUP_ID,
  name: '기본 그룹',
  usable: true,
  baseGroup: true,
  deliveryFeeChargeMethodType: 'MIN',
};

/** What the calls about the seller work on. */
export interface SellerRouteParts {
  readonly time: ServerTime;
  /** Grows when groups are created. */
  readonly bundleGroups: BundleGroup[];
}

/** The one group that a store begins with; a new list each time. */
export function defaultBundleGroups(): BundleGroup[] {
  return [DEFAULT_GROUP];
}

const ADDRESS_PAGE_SIZE = 100;

async function createGroup(
  { request }: RouteCall,
  parts: SellerRouteParts,
): Promise<PracticeAnswer> {
  const read = await readJsonBody(request, parts.time.nowMs());
  if (read.kind === 'refused') return read.answer;
  const findings = createFindings();
  const name = findings.text(read.value, 'bundleGroup', 'name', '그룹명', 30);
  const usable = findings.flag(read.value, 'bundleGroup', 'usable', '사용 여부', true);
  findings.flag(read.value, 'bundleGroup', 'baseGroup', '기본 그룹 여부', true);
  const method = findings.choice(
    read.value,
    'bundleGroup',
    'deliveryFeeChargeMethodType',
    ['MIN', 'MAX'],
    true,
  );
  if (findings.list.length > 0) return badRequest(INVALID_DATA, parts.time.nowMs(), findings.list);
  const group: BundleGroup = {
    id: DEFAULT_BUNDLE_GROUP_ID + parts.bundleGroups.length,
    name: name ?? '',
    usable: usable ?? true,
    baseGroup: false,
    deliveryFeeChargeMethodType: method === 'MAX' ? 'MAX' : 'MIN',
  };
  parts.bundleGroups.push(group);
  return json(200, group);
}

/** Store, addresses, couriers, bundle groups (naver-commerce-api.md 6.4). */
export function createSellerRoutes(parts: SellerRouteParts): readonly Route[] {
  const { time } = parts;
  const delivery = '/v1/product-delivery-info';
  return [
    {
      api: 'GET /v1/seller/account',
      handle: () =>
        json(200, { accountId: 'practice-store', accountUid: 'ncp_practice_0001', grade: '씨앗' }),
    },
    {
      api: 'GET /v1/seller/channels',
      handle: () =>
        json(200, [
          {
            channelNo: 500_000_001,
            channelType: 'STOREFARM',
            name: '연습 스토어',
            url: 'https://smartstore.example/practice',
            representativeImageUrl: '',
            talkTalkAccountId: 'practice',
          },
        ]),
    },
    {
      api: 'GET /v1/seller/addressbooks-for-page',
      handle: ({ request }) => {
        const page = Math.max(1, Number(request.query.get('page') ?? 1) || 1);
        const start = (page - 1) * ADDRESS_PAGE_SIZE;
        return json(200, {
          addressBooks: PRACTICE_ADDRESSES.slice(start, start + ADDRESS_PAGE_SIZE),
          page,
          totalPage: Math.ceil(PRACTICE_ADDRESSES.length / ADDRESS_PAGE_SIZE),
        });
      },
    },
    {
      api: 'GET /v1/seller/addressbooks/{addressBookNo}',
      handle: ({ params }) => {
        const found = PRACTICE_ADDRESSES.find(
          (entry) => String(entry.addressBookNo) === params.addressBookNo,
        );
        return found === undefined ? notFound('주소록', time.nowMs()) : json(200, found);
      },
    },
    {
      api: 'GET /v2/product-delivery-info/return-delivery-companies',
      handle: () =>
        json(200, {
          returnDeliveryCompanies: [
            { id: 'CJGLS', name: 'CJ대한통운', returnDeliveryCompanyPriorityType: 'PRIMARY' },
            { id: 'HANJIN', name: '한진택배', returnDeliveryCompanyPriorityType: 'SECONDARY_1' },
          ],
        }),
    },
    {
      api: `GET ${delivery}/bundle-groups`,
      handle: ({ request }) => {
        const prefix = asText(request.query.get('name')) ?? '';
        const contents = parts.bundleGroups.filter((group) => group.name.startsWith(prefix));
        return json(200, {
          contents,
          page: 1,
          size: 50,
          totalElements: contents.length,
          totalPages: 1,
        });
      },
    },
    { api: `POST ${delivery}/bundle-groups`, handle: (call) => createGroup(call, parts) },
    {
      api: `GET ${delivery}/bundle-groups/{groupId}`,
      handle: ({ params }) => {
        const group = parts.bundleGroups.find((entry) => String(entry.id) === params.groupId);
        return group === undefined ? notFound('묶음배송 그룹', time.nowMs()) : json(200, group);
      },
    },
  ];
}
