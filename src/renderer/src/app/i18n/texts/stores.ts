/** Words of store profiles. */
export const storesKo = {
  title: '스토어 목록',
  hint: '스토어마다 키, 가격 규칙, 상품, 대기열과 백업을 따로 보관합니다. 작업은 지금 열린 스토어에서만 진행됩니다.',
  name: '스토어 이름',
  add: '스토어 추가',
  newName: '새 스토어 이름',
  current: '열려 있음',
  open: '열기',
  openOf: '{{name}} 열기',
  opening: '여는 중…',
  choose: '스토어 바꾸기',
} as const;

export const storesEn = {
  title: 'Stores',
  hint: 'Each store keeps its own keys, price rules, products, queue and backups. Work goes on in the store that is open.',
  name: 'Store name',
  add: 'Add store',
  newName: 'Name of the new store',
  current: 'Open',
  open: 'Open',
  openOf: 'Open {{name}}',
  opening: 'Opening…',
  choose: 'Change store',
} as const;
