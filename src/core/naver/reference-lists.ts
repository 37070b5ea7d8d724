import type { z } from 'zod';
import type { NaverCaller } from './caller';
import { assertSanePaging } from './paging';
import type { CallOptions, NaverAddress, NaverClient } from './port';
import {
  addressPageSchema,
  categoriesSchema,
  categoryDetailSchema,
  originAreasSchema,
  restrictedTagsSchema,
  returnCouriersSchema,
} from './schemas';

/** Naver's lists that a product refers to: categories, addresses, couriers, origins and tags (naver-commerce-api.md 6.3 and 6.4, 2026-09). */
export function referenceLists(
  caller: NaverCaller,
): Pick<
  NaverClient,
  | 'fetchCategories'
  | 'fetchCategory'
  | 'fetchAddresses'
  | 'fetchReturnCouriers'
  | 'fetchOriginAreas'
  | 'fetchRestrictedTags'
> {
  const addressPage = (
    page: number,
    options: CallOptions,
  ): Promise<z.output<typeof addressPageSchema>> =>
    caller.readAs(
      { method: 'GET', path: '/v1/seller/addressbooks-for-page', query: { page: String(page) } },
      addressPageSchema,
      options,
    );

  return {
    fetchCategories: async (options) => {
      const categories = await caller.readAs(
        { method: 'GET', path: '/v1/categories', query: { last: 'true' } },
        categoriesSchema,
        options,
      );
      return categories.map(toCategory);
    },

    fetchCategory: async (id, options) => {
      const detail = await caller.readAs(
        { method: 'GET', path: '/v1/categories/{categoryId}', places: { categoryId: id } },
        categoryDetailSchema,
        options,
      );
      return {
        ...toCategory(detail),
        exceptions: detail.exceptionalCategories,
        certifications: detail.certificationInfos.map((info) => ({
          id: info.id,
          name: info.name,
          kindTypes: info.kindTypes,
          isNumberOptional: info.nonEssential,
          isCompanyNameRequired: info.companyName,
        })),
      };
    },

    fetchAddresses: async (options) => {
      const addresses: NaverAddress[] = [];
      let totalPages = 1;
      for (let page = 1; page <= totalPages; page += 1) {
        assertSanePaging(page, 'GET /v1/seller/addressbooks-for-page');
        const answer = await addressPage(page, options);
        totalPages = answer.totalPage;
        addresses.push(...answer.addressBooks.map(toAddress));
      }
      return addresses;
    },

    fetchReturnCouriers: async (options) => {
      const answer = await caller.readAs(
        { method: 'GET', path: '/v2/product-delivery-info/return-delivery-companies' },
        returnCouriersSchema,
        options,
      );
      return answer.returnDeliveryCompanies.map((company) => ({
        id: company.id,
        name: company.name,
        priority: company.returnDeliveryCompanyPriorityType ?? '',
      }));
    },

    fetchOriginAreas: async (options) => {
      const answer = await caller.readAs(
        { method: 'GET', path: '/v1/product-origin-areas' },
        originAreasSchema,
        options,
      );
      return answer.originAreaCodeNames;
    },

    fetchRestrictedTags: async (tags, options) => {
      const answer = await caller.readAs(
        { method: 'GET', path: '/v2/tags/restricted-tags', query: { tags: tags.join(',') } },
        restrictedTagsSchema,
        options,
      );
      return new Map(answer.map(({ tag, restricted }) => [tag, restricted]));
    },
  };
}

function toCategory(wire: {
  readonly id: string;
  readonly name: string;
  readonly wholeCategoryName: string | null;
  readonly last: boolean;
}): { id: string; name: string; path: string; isLeaf: boolean } {
  const { id, name, wholeCategoryName, last } = wire;
  return { id, name, path: wholeCategoryName ?? name, isLeaf: last };
}

function toAddress(wire: z.output<typeof addressPageSchema>['addressBooks'][number]): NaverAddress {
  const joined = [wire.baseAddress, wire.detailAddress].filter(Boolean).join(' ');
  return {
    id: wire.addressBookNo,
    name: wire.name ?? '',
    type: wire.addressType,
    address: wire.address ?? joined,
    phone: wire.phoneNumber1,
    isOversea: wire.overseasAddress,
  };
}
