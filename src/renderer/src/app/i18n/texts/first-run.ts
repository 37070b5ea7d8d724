/** Words of the guide for new sellers. */
export const firstRunKo = {
  title: 'StoreBridge 시작하기',
  steps: {
    language: '언어와 화면',
    connection: '연습 또는 내 스토어',
    store: '스토어 기본 정보',
    pricing: '가격 규칙',
    done: '준비 완료',
  },
  stepOf: '{{at}}/{{total}}단계',
  progress: '진행 단계',
  hints: {
    language: '언제든 설정에서 바꿀 수 있습니다.',
    connection:
      '먼저 연습으로 전체 과정을 익히고, 준비되면 키를 입력해 운영 모드로 바꿀 수 있습니다.',
    store: '모든 상품에 똑같이 들어가는 정보입니다. 나중에 채워도 됩니다.',
    pricing: '도매가에서 판매가를 정하는 규칙입니다. 상품마다 따로 고칠 수도 있습니다.',
    done: '이제 상품을 찾거나 상품번호 목록을 가져오세요.',
  },
  practice: '연습 마켓으로 시작',
  practiceHint:
    '키 없이 바로 시작합니다. 이 컴퓨터의 연습 마켓에만 등록하며 실제로 전송되지 않습니다.',
  own: '내 키로 시작',
  ownHint:
    '도매꾹 API 키와 네이버 커머스API 애플리케이션이 필요합니다. 입력한 뒤 연결을 확인하세요.',
  back: '이전',
  next: '다음',
  skip: '건너뛰기',
  start: '시작하기',
  import: '목록 가져오기',
  doneTitle: '준비가 끝났습니다',
  doneSteps: {
    choose: '상품을 찾거나 목록을 가져오면 초안이 만들어집니다.',
    review: '확인이 필요한 것만 물어봅니다. 추측해서 등록하지 않습니다.',
    register: '호출 한도 안에서 가장 빠르게 등록하고, 가격과 재고를 계속 살핍니다.',
  },
  openAgain: '시작 안내 다시 보기',
} as const;

export const firstRunEn = {
  title: 'Getting started with StoreBridge',
  steps: {
    language: 'Language and theme',
    connection: 'Practice or your store',
    store: 'Store information',
    pricing: 'Price rule',
    done: 'Ready',
  },
  stepOf: 'Step {{at}} of {{total}}',
  progress: 'Steps',
  hints: {
    language: 'You can change this in the settings at any time.',
    connection:
      'Learn the whole process in practice first; enter your keys and go live when you are ready.',
    store: 'Used for every product. You can fill it in later.',
    pricing: 'How sale prices follow from wholesale prices. You can adjust each product.',
    done: 'Now search for products, or import a list of item numbers.',
  },
  practice: 'Start with the practice market',
  practiceHint: 'No keys needed. Products go to the practice market on this computer only.',
  own: 'Start with my keys',
  ownHint:
    'You need a Domeggook API key and a Naver Commerce API application. Enter them and test the connection.',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  start: 'Start',
  import: 'Import a list',
  doneTitle: 'All set',
  doneSteps: {
    choose: 'Search for items or import a list: each becomes a draft.',
    review: 'You are asked only where you must decide. Nothing is guessed.',
    register: 'Products are registered as fast as the limits allow, and watched from then on.',
  },
  openAgain: 'Show the guide again',
} as const;
