/**
 * Colour words of wholesale listings. Sources: the Korean standard colour names (KS A 0011) and the
 * words sellers use for fashion, denim, wood finishes, phones, lights and bedding.
 * Matched on whole tokens, or on a token that consists of these words only (`다크그레이`).
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that are a colour by themselves, also inside a compound. */
export const COLOUR_WORDS = list(`
블랙 화이트 그레이 그래이 차콜 챠콜 네이비 베이지 브라운 카키 레드 핑크 옐로우 옐로 엘로우 그린 블루 퍼플 오렌지 민트
아이보리 크림 와인 버건디 골드 실버 로즈골드 라벤더 코랄 스카이 소라 곤색 곤 연두 초록 녹색 청록 하늘 파랑 빨강 빨간 파란
노란 검은 하얀 노랑 보라 분홍 주황 검정 흰색 하양 백색 흑색 회색 쥐색 먹색 남색 자주 갈색 밤색 상아색 은색 금색 적색 청색
황색 홍색 살구색 투명 반투명 클리어 멜란지 오트밀 오트 모카 코코아 카멜 머스타드 머스터드 올리브 터콰이즈 인디고 라일락
바이올렛 마젠타 누드 스킨 살색 에크루 테라코타 그레이지 토프 카라멜색 브론즈 코퍼 티타늄 그래파이트 미드나이트 샴페인
아쿠아 시안 코발트 세이지 멀티 무지개 레인보우 홀로그램 그라파이트 크롬 니켈 신주 황동색 유백 유백색 연청 중청 진청 흑청 백청 생지
연청색 진청색 중청색 데님 월넛 오크 메이플 티크 웬지 멀바우 애쉬 원목색 주광색 주백색 전구색 온백색 웜화이트 쿨화이트 데이라이트
먹 청 백 흑 적 황 녹 은 금 진곤 진밤 연그레이 진그레이 연베이지 진베이지 연핑크 진핑크 연카키 진카키 검정색 빨간색 파란색 노란색
메란지 백메란지 흑메란지 메랑쥐 세룰리안 진그린 진네이비 연노랑 연보라 연분홍 연두빛 진회색 연회색 진녹색 아쿠아마린 그린블루 초코브라운 애쉬브라운 버터색 겨자색 베이비핑크 인디핑크 핫핑크
초록색 보라색 분홍색 주황색 하늘색 연두색 남청색 청록색 자주색 소라색 밝은색 어두운색 골드브라운 카멜베이지
black white gray grey charcoal navy beige brown khaki red pink yellow green blue purple orange mint ivory cream wine
burgundy gold silver rosegold lavender coral sky skyblue camel mustard olive turquoise indigo lilac violet magenta nude
taupe bronze copper titanium graphite midnight champagne aqua cyan cobalt sage multi transparent clear charcoalgray
lightgray darkgray oatmeal melange mocha cocoa ecru greige teal maroon fuchsia apricot
`);

/** Words that are a colour only next to other colours: they are as often a taste, a scent or a design. */
export const WEAK_COLOUR_WORDS = list(`
체리 로즈 레몬 라임 피치 초코 딸기 살구 멜론 바나나 커피 라떼 카푸치노 캬라멜 캐러멜 카라멜 컬러 칼라 벽돌 브릭 모래 샌드 바닐라 밀크
플럼 오키드 피스타치오 머드 마린 오션 포레스트 애플 자몽 포도 복숭아 블루베리 크랜베리 헤이즐 카카오 마카롱 탄 탠 내추럴 네추럴
네츄럴 내츄럴 믹스 컬러믹스 칼라믹스 혼합 혼합색 랜덤 색상랜덤 컬러랜덤 랜덤색상 로우 생지 형광 야광 멀티컬러 스타라이트 우드
블러쉬 로지 말린장미 토마토 석류 메론 옥스포드 인디안 아몬드 밤 재 선셋 샤인 펄 진주 체스넛 올블랙 투톤 배색 카모 밀리터리
peach lemon lime cherry rose mix natural random wood milk coffee latte sand
`);

/** Words that only change a colour; never a colour alone. */
export const COLOUR_MODIFIERS = list(`
라이트 다크 딥 스카이 로즈 파스텔 비비드 네온 소프트 웜 쿨 애쉬 더스티 스모키 스모크 베이비 인디 페일 로얄 로열 뮤트 빈티지 매트 무광
유광 메탈 메탈릭 펄 진 연 밝은 어두운 진한 연한 올 퓨어 오프 형광 체리 와인 밀크 크림 레몬 라임 애플 올리브 포레스트 오션 마린 코발트
스페이스 미드나잇 미드나이트 로우 딤 글로시 클래식 핫 인디언 스톤 샌드 모카 초코 리얼 제트 피치 코랄 버터 민트 아이스 프렌치
차콜 그레이 블루 그린 화이트 블랙 실버 골드 투명 반투명 시에라 알파인 딥씨 프러시안 터키 그래파이트 티타늄 내추럴 네츄럴 데저트 사막
light dark deep sky rose pastel vivid neon soft warm cool dusty baby pale royal space matt matte hot off pure
`);

/** Endings behind a colour that leave it a colour. */
export const COLOUR_ENDINGS = list(`색 색상 컬러 칼라 톤 계열 투톤 배색 믹스 color colour`);

/** Two-letter marks of garment labels, a colour only when the whole list consists of colours. */
export const COLOUR_CODES = list(
  `bk wh nv gy gr be br kh rd pk yl gn bl pp or mt iv cr wn bg gd sv lv ch`,
);
