import type { ServerTime } from '../gateway/clock';
import { json, type PracticeAnswer } from '../gateway/http';
import { readJsonBody } from './body';
import { badRequest, INVALID_DATA, notFound } from './errors';
import type { Route, RouteCall } from './gateway';
import { asText, asWhole, child, type JsonObject } from './json-value';
import type { ProductStore, StoredProduct } from './product-store';
import { checkProduct } from './validation/product';
import type { ProductWorld } from './validation/world';

/** What the calls about products work on. */
export interface ProductRouteParts {
  readonly time: ServerTime;
  readonly store: ProductStore;
  readonly world: ProductWorld;
}

/** What create, update and read answer (naver-commerce-api.md 5.11). */
export function productView(product: StoredProduct, withNumbers: boolean): object {
  return {
    ...(withNumbers
      ? {
          originProductNo: product.originProductNo,
          smartstoreChannelProductNo: product.channelProductNo,
        }
      : {}),
    originProduct: product.origin,
    smartstoreChannelProduct: product.channel,
  };
}

const SHIPPING_PATH = 'originProduct.deliveryInfo.claimDeliveryInfo.shippingAddressId';
const MOVED_ABROAD = '출고지를 국내에서 해외로 변경할 수 없습니다.';

function shipsFromAbroad(origin: JsonObject, world: ProductWorld): boolean | null {
  const claim = child(child(origin, 'deliveryInfo'), 'claimDeliveryInfo');
  return world.addresses.get(asWhole(claim.shippingAddressId) ?? 0)?.overseasAddress ?? null;
}

/** Refused since 2026-11-11 (naver-commerce-api.md 5.3). */
function movesAbroad(product: StoredProduct, body: JsonObject, world: ProductWorld): boolean {
  const next = shipsFromAbroad(child(body, 'originProduct'), world);
  return shipsFromAbroad(product.origin, world) === false && next === true;
}

const UNSUPPORTED_VERSION = '지원하지 않는 API Version 입니다.';
const PRODUCT = '상품';

/** Create, read, replace and delete; by origin and by channel product number. */
export function createProductRoutes(parts: ProductRouteParts): readonly Route[] {
  const { time, store, world } = parts;
  const byOrigin = ({ params }: RouteCall) => store.find(Number(params.originProductNo));
  const byChannel = ({ params }: RouteCall) => store.findByChannel(Number(params.channelProductNo));
  type Finder = typeof byOrigin;

  const create = async ({ request }: RouteCall): Promise<PracticeAnswer> => {
    const body = await readJsonBody(request, time.nowMs());
    if (body.kind === 'refused') return body.answer;
    const invalid = checkProduct(body.value, world, { mode: 'create', needsChannel: true });
    if (invalid.length > 0) return badRequest(INVALID_DATA, time.nowMs(), invalid);
    const created = store.create(body.value);
    return 'message' in created
      ? badRequest(created.message, time.nowMs(), [created])
      : json(200, productView(created, true));
  };
  const replace =
    (find: Finder, needsChannel: boolean) =>
    async (call: RouteCall): Promise<PracticeAnswer> => {
      const body = await readJsonBody(call.request, time.nowMs());
      if (body.kind === 'refused') return body.answer;
      const product = find(call);
      if (product === null) return notFound(PRODUCT, time.nowMs());
      const invalid = checkProduct(body.value, world, {
        mode: 'update',
        needsChannel,
        storedCategoryId: asText(product.origin.leafCategoryId) ?? '',
      });
      if (invalid.length > 0) return badRequest(INVALID_DATA, time.nowMs(), invalid);
      if (movesAbroad(product, body.value, world)) {
        return badRequest(MOVED_ABROAD, time.nowMs(), [
          { name: SHIPPING_PATH, type: 'NotValid.address', message: MOVED_ABROAD },
        ]);
      }
      const refusal = store.replace(product, body.value);
      if (refusal !== null) return badRequest(refusal.message, time.nowMs(), [refusal]);
      return json(200, productView(product, true));
    };
  const read = (find: Finder) => (call: RouteCall) => {
    const product = find(call);
    return product === null
      ? notFound(PRODUCT, time.nowMs())
      : json(200, productView(product, false));
  };
  const remove = (find: Finder) => (call: RouteCall) => {
    const product = find(call);
    if (product === null) return notFound(PRODUCT, time.nowMs());
    store.remove(product);
    return json(200, {});
  };
  const retired = () => badRequest(UNSUPPORTED_VERSION, time.nowMs());
  const origin = '/v2/products/origin-products/{originProductNo}';
  const channel = '/v2/products/channel-products/{channelProductNo}';
  return [
    { api: 'POST /v2/products', handle: create },
    { api: `GET ${origin}`, handle: read(byOrigin) },
    { api: `PUT ${origin}`, handle: replace(byOrigin, true) },
    { api: `DELETE ${origin}`, handle: remove(byOrigin) },
    { api: `GET ${channel}`, handle: read(byChannel) },
    { api: `PUT ${channel}`, handle: replace(byChannel, false) },
    { api: `DELETE ${channel}`, handle: remove(byChannel) },
    { api: 'POST /v1/products', handle: retired },
    { api: 'GET /v1/products/{productId}', handle: retired },
    { api: 'PUT /v1/products/{productId}', handle: retired },
  ];
}
