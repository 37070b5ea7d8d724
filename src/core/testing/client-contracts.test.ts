import {
  type DomeggookContractSubject,
  describeDomeggookClientContract,
} from './domeggook-client-contract';
import { createFakeDomeggook } from './fake-domeggook';
import { createFakeNaver } from './fake-naver';
import { describeNaverClientContract, type NaverContractSubject } from './naver-client-contract';
import { anItemNo } from './wholesale-item';

const setUpWholesaler = async (): Promise<DomeggookContractSubject> => {
  const client = createFakeDomeggook();
  const deletedItemNo = anItemNo('99999999');
  client.lookups.set(deletedItemNo, { kind: 'deleted', itemNo: deletedItemNo });
  return {
    client,
    itemNos: ['11111111', '22222222', '33333333'].map(anItemNo),
    deletedItemNo,
    keyword: '',
    close: async () => undefined,
  };
};
describeDomeggookClientContract('in memory', setUpWholesaler, {
  hasSearch: false,
  hasCategories: false,
});

const setUpStore = async (): Promise<NaverContractSubject> => ({
  client: createFakeNaver(),
  picture: (seed) => ({
    fileName: `${seed}.jpg`,
    contentType: 'image/jpeg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, seed]),
  }),
  close: async () => undefined,
});
describeNaverClientContract('in memory', setUpStore, { validates: false });
