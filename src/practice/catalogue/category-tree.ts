import { buildFamilies } from './families';

/** A node of the wholesaler's tree; `depth` counts from 1. */
export interface DomeCategory {
  /** `NN_NN_NN_00_00`. */
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly parentCode: string | null;
}

/** Branches without items, so that the tree has the width of a real market. */
const MORE_BRANCHES = `
의류>여성의류: 블라우스,니트/스웨터,가디건,스커트,청바지,자켓,코트,점퍼
의류>남성의류: 티셔츠,니트,바지,자켓,점퍼,정장
의류>언더웨어: 브라,팬티,내의,보정속옷
패션잡화>가방: 숄더백,크로스백,백팩,파우치
패션잡화>주얼리: 목걸이,반지,팔찌
패션잡화>신발: 구두,부츠,샌들,슬리퍼
디지털>휴대폰용품: 보호필름,거치대,그립톡,보조배터리
디지털>컴퓨터용품: 마우스,키보드,허브,노트북거치대
가구/침구>인테리어소품: 액자,시계,조화,화병
가구/침구>조명: 스탠드,LED전구,센서등
생활/주방>주방용품: 냄비,칼,접시,컵,밀폐용기,물병
생활/주방>욕실용품: 수건,샤워기,욕실매트
미용>스킨케어: 로션,크림,에센스
미용>색조: 립스틱,쿠션,마스카라
식품>가공식품: 라면,통조림,소스
식품>농산물: 과일,채소,잡곡
유아동>완구: 인형,퍼즐,자동차
유아동>유아용품: 젖병,턱받이,식기
반려동물>강아지: 하네스,간식,방석
반려동물>고양이: 모래,스크래쳐
자동차>외장용품: 와이퍼,세차용품
공구>수공구: 렌치,펜치,망치
스포츠>캠핑: 텐트,침낭,랜턴
스포츠>헬스: 아령,밴드,폼롤러
문구>필기구: 형광펜,만년필
원예>씨앗: 채소씨앗,꽃씨
여행>여행용품: 캐리어,목베개,여행파우치
`;

function pathsOf(): readonly string[] {
  const listed = MORE_BRANCHES.trim()
    .split('\n')
    .flatMap((line) => {
      const [parent = '', names = ''] = line.split(': ');
      return names.split(',').map((name) => `${parent}>${name}`);
    });
  return [...buildFamilies().map((family) => family.category), ...listed];
}

/** The wholesaler's tree by path (`의류>여성의류>티셔츠`); codes follow from order of first mention. */
export function buildDomeCategories(): ReadonlyMap<string, DomeCategory> {
  const byPath = new Map<string, DomeCategory>();
  const children = new Map<string, number>();
  const add = (names: readonly string[]): DomeCategory => {
    const path = names.join('>');
    const known = byPath.get(path);
    if (known !== undefined) return known;
    const parent = names.length > 1 ? add(names.slice(0, -1)) : null;
    const rank = (children.get(parent?.code ?? '') ?? 0) + 1;
    children.set(parent?.code ?? '', rank);
    const parts = (parent?.code ?? '00_00_00_00_00').split('_');
    parts[names.length - 1] = String(rank).padStart(2, '0');
    const category: DomeCategory = {
      code: parts.join('_'),
      name: names[names.length - 1] ?? '',
      depth: names.length,
      parentCode: parent?.code ?? null,
    };
    byPath.set(path, category);
    return category;
  };
  for (const path of pathsOf()) add(path.split('>'));
  return byPath;
}
