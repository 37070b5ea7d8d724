/** `[code, name]` as `/v1/product-origin-areas` lists them. */
export type OriginArea = readonly [code: string, name: string];

const PROVINCES =
  '서울특별시,부산광역시,대구광역시,인천광역시,광주광역시,대전광역시,울산광역시,세종특별자치시,경기도,강원특별자치도,충청북도,충청남도,전북특별자치도,전라남도,경상북도,경상남도,제주특별자치도';
const OCEANS = '태평양,대서양,인도양,북극해,남극해';
const COUNTRIES: Readonly<Record<string, string>> = {
  아시아:
    '일본,대만,베트남,태국,인도네시아,인도,말레이시아,필리핀,캄보디아,미얀마,방글라데시,파키스탄,싱가포르,홍콩,튀르키예,이스라엘,네팔,몽골,스리랑카,라오스,우즈베키스탄',
  유럽: '독일,프랑스,이탈리아,영국,스페인,네덜란드,벨기에,스위스,오스트리아,폴란드,체코,덴마크,스웨덴,노르웨이,핀란드,포르투갈,그리스,헝가리,아일랜드,러시아,불가리아,루마니아',
  북아메리카: '미국,캐나다,멕시코',
  남아메리카: '브라질,칠레,페루,아르헨티나,콜롬비아,에콰도르',
  오세아니아: '호주,뉴질랜드',
  아프리카: '이집트,모로코,남아프리카공화국,케냐,에티오피아,튀니지',
};
/** The one detail code that the reference names; the others are numbered around it. */
const CHINA: OriginArea = ['0200037', '수입산:아시아>중국'];

/** All codes: the six main ones and detail codes of domestic, deep-sea and imported origin. */
export function buildOriginAreas(): readonly OriginArea[] {
  const areas: OriginArea[] = [
    ['00', '국산'],
    ['01', '원양산'],
    ['02', '수입산'],
    ['03', '기타-상세 설명에 표시'],
    ['04', '기타-직접 입력'],
    ['05', '원산지 표기 의무 대상 아님'],
  ];
  const seven = (main: string, number: number): string =>
    `${main}${String(number).padStart(5, '0')}`;
  PROVINCES.split(',').forEach((name, index) => {
    areas.push([seven('00', index + 1), `국산:${name}`]);
  });
  OCEANS.split(',').forEach((name, index) => {
    areas.push([seven('01', index + 1), `원양산:${name}`]);
  });
  let number = 1;
  for (const [continent, list] of Object.entries(COUNTRIES)) {
    for (const country of list.split(',')) {
      areas.push([seven('02', number), `수입산:${continent}>${country}`]);
      number += 1;
      if (number === 37) {
        areas.push(CHINA);
        number += 1;
      }
    }
  }
  return areas;
}
