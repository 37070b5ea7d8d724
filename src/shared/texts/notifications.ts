import type { CodeTexts } from './types';

/** What notifications say: lines that stand for several, and those that no other domain words. */
export const notificationsTexts = {
  NOTIFY_GROUP_PRICE_UP: {
    ko: {
      message: '상품 {count}개의 공급가가 올랐습니다.',
      fix: '새 판매가를 확인하고 승인해 주세요.',
    },
    en: {
      message: 'The supply price of {count} products went up.',
      fix: 'Look at the new sale prices and approve them.',
    },
  },
  NOTIFY_GROUP_PRICE_DOWN: {
    ko: {
      message: '상품 {count}개의 공급가가 내렸습니다.',
      fix: '판매가를 내릴지 그대로 둘지 정해 주세요.',
    },
    en: {
      message: 'The supply price of {count} products went down.',
      fix: 'Decide whether to lower the sale prices.',
    },
  },
  NOTIFY_GROUP_OPTION_PRICE: {
    ko: {
      message: '상품 {count}개의 옵션 가격이 바뀌었습니다.',
      fix: '바뀐 옵션 추가금을 확인해 주세요.',
    },
    en: {
      message: 'Option prices of {count} products changed.',
      fix: 'Look at the changed surcharges.',
    },
  },
  NOTIFY_GROUP_LOW_STOCK: {
    ko: {
      message: '상품 {count}개의 재고가 얼마 남지 않았습니다.',
      fix: '주문이 들어오기 전에 공급사 재고를 확인해 주세요.',
    },
    en: {
      message: '{count} products are low on stock.',
      fix: 'Check the supplier’s stock before orders come in.',
    },
  },
  NOTIFY_GROUP_SOLD_OUT: {
    ko: {
      message: '상품 {count}개가 품절되었습니다.',
      fix: '스토어 상태와 들어온 주문을 확인해 주세요.',
    },
    en: {
      message: '{count} products are sold out.',
      fix: 'Check their state in the store and any open order.',
    },
  },
  NOTIFY_GROUP_OPTION_GONE: {
    ko: {
      message: '상품 {count}개에서 옵션이 사라졌습니다.',
      fix: '남은 옵션과 재고를 확인해 주세요.',
    },
    en: {
      message: 'Options of {count} products are gone.',
      fix: 'Look at the options and stock that are left.',
    },
  },
  NOTIFY_GROUP_BACK_IN_STOCK: {
    ko: {
      message: '상품 {count}개가 다시 입고되었습니다.',
      fix: '판매를 다시 시작할지 확인해 주세요.',
    },
    en: {
      message: '{count} products are back in stock.',
      fix: 'Check whether to sell them again.',
    },
  },
  NOTIFY_GROUP_ENDED: {
    ko: {
      message: '상품 {count}개의 도매 판매가 끝났습니다.',
      fix: '스토어에서 내릴 상품을 확인해 주세요.',
    },
    en: {
      message: '{count} products are no longer sold by their suppliers.',
      fix: 'Check which to take off the store.',
    },
  },
  NOTIFY_GROUP_LICENCE_WITHDRAWN: {
    ko: {
      message: '상품 {count}개의 이미지 사용 허용이 철회되었습니다.',
      fix: '직접 촬영한 이미지로 바꾸거나 판매를 중지해 주세요.',
    },
    en: {
      message: 'The picture licence of {count} products was withdrawn.',
      fix: 'Use pictures of your own or stop selling them.',
    },
  },
  NOTIFY_GROUP_FLOOR_RAISED: {
    ko: {
      message: '상품 {count}개의 최저 판매가가 올랐습니다.',
      fix: '판매가가 최저 판매가보다 낮은 상품을 먼저 고쳐 주세요.',
    },
    en: {
      message: 'The lowest allowed price of {count} products was raised.',
      fix: 'First correct the products that are sold below it.',
    },
  },
  NOTIFY_GROUP_DELIVERY_FEE: {
    ko: {
      message: '상품 {count}개의 배송비가 바뀌었습니다.',
      fix: '배송비와 판매가를 확인해 주세요.',
    },
    en: {
      message: 'The delivery fee of {count} products changed.',
      fix: 'Look at their delivery fee and sale price.',
    },
  },
  NOTIFY_GROUP_OTHER: {
    ko: { message: '알림 {count}건이 있습니다.', fix: '펼쳐서 하나씩 확인해 주세요.' },
    en: { message: 'There are {count} notifications.', fix: 'Open the line to see each.' },
  },
  NOTIFY_SUMMARY: {
    ko: {
      message: '새 알림 {count}건이 있습니다.',
      fix: '알림 화면에서 확인해 주세요.',
    },
    en: {
      message: 'There are {count} new notifications.',
      fix: 'See them on the notifications screen.',
    },
  },
  NOTIFY_UNKNOWN: {
    ko: {
      message: '이 버전에서 읽을 수 없는 알림입니다: {code}',
      fix: '앱을 최신 버전으로 업데이트해 주세요.',
    },
    en: {
      message: 'This version cannot read this notification: {code}',
      fix: 'Update the app.',
    },
  },
  NOTIFY_BATCH_DONE: {
    ko: {
      message: '‘{name}’ 등록이 끝났습니다. {total}개 모두 등록되었습니다.',
      fix: '등록한 상품의 가격과 재고는 자동으로 감시합니다.',
    },
    en: {
      message: '“{name}” is done: all {total} products are registered.',
      fix: 'Their price and stock are watched from now on.',
    },
  },
  NOTIFY_BATCH_PARTLY_DONE: {
    ko: {
      message:
        '‘{name}’ 등록이 끝났습니다. {total}개 중 {done}개 등록, 확인 필요 {review}개, 거절·실패 {failed}개입니다.',
      fix: '등록되지 않은 상품의 사유를 확인해 주세요.',
    },
    en: {
      message:
        '“{name}” is done: {done} of {total} registered, {review} need review, {failed} rejected or failed.',
      fix: 'See the reasons of those that were not registered.',
    },
  },
  NOTIFY_DAY_USED_UP: {
    ko: {
      message: '도매꾹 하루 호출 한도 {perDay}회를 모두 사용해 가격·재고 확인이 멈췄습니다.',
      fix: '한국 시간 자정에 자동으로 이어집니다. 감시 주기나 한도를 설정에서 조정할 수 있습니다.',
    },
    en: {
      message: 'The {perDay} Domeggook calls of the day are used up; price and stock checks rest.',
      fix: 'They go on by themselves at midnight, Korean time. Intervals and limits can be changed in the settings.',
    },
  },
  NOTIFY_WATCHER_SILENT: {
    ko: {
      message: '{minutes}분 동안 도매꾹 가격·재고를 확인하지 못했습니다.',
      fix: '인터넷 연결과 도매꾹 API 키, 감시 화면의 상태를 확인해 주세요.',
    },
    en: {
      message: 'Wholesale prices and stock were not checked for {minutes} minutes.',
      fix: 'Check the internet connection, the Domeggook API key and the state on the watch screen.',
    },
  },
  NOTIFY_WATCHER_BACK: {
    ko: {
      message: '가격·재고 감시가 다시 시작되었습니다.',
      fix: '밀린 상품부터 차례로 확인합니다.',
    },
    en: {
      message: 'Prices and stock are being checked again.',
      fix: 'Those that waited longest come first.',
    },
  },
  NOTIFY_WEBHOOK_REFUSED: {
    ko: {
      message: '웹훅 주소({host})가 알림을 거절했습니다(응답 {status}).',
      fix: '알림 설정에서 웹훅 주소를 확인해 주세요. 거절된 알림은 앱에서 볼 수 있습니다.',
    },
    en: {
      message: 'The webhook address ({host}) refused a notification (answer {status}).',
      fix: 'Check the webhook address in the notification settings. What it refused is kept in the app.',
    },
  },
  NOTIFY_WEBHOOK_BAD_ADDRESS: {
    ko: {
      message: '사용할 수 없는 웹훅 주소입니다.',
      fix: 'https://로 시작하는 공개 주소를 입력해 주세요.',
    },
    en: {
      message: 'Not a usable webhook address.',
      fix: 'Enter a public address that begins with https://.',
    },
  },
  NOTIFY_WEBHOOK_MISSING: {
    ko: {
      message: '웹훅 주소가 없습니다.',
      fix: '알림 설정에서 웹훅 주소를 저장해 주세요.',
    },
    en: { message: 'There is no webhook address.', fix: 'Save one in the notification settings.' },
  },
  NOTIFY_EMAIL_REFUSED: {
    ko: {
      message: '메일 서버({host})가 알림 메일을 거절했습니다: {problem}',
      fix: '알림 설정에서 메일 서버, 계정, 비밀번호와 주소를 확인해 주세요.',
    },
    en: {
      message: 'The mail server ({host}) refused the notification mail: {problem}',
      fix: 'Check server, account, password and addresses in the notification settings.',
    },
  },
  NOTIFY_EMAIL_INCOMPLETE: {
    ko: {
      message: '메일 설정이 완성되지 않았습니다.',
      fix: '알림 설정에서 메일 서버와 보내는 주소, 받는 주소를 입력해 주세요.',
    },
    en: {
      message: 'The mail settings are incomplete.',
      fix: 'Enter mail server, sender and receiver in the notification settings.',
    },
  },
  NOTIFY_OUTLET_UNREACHED: {
    ko: {
      message: '알림을 하루 동안 보내지 못했습니다({outlet}).',
      fix: '알림 설정에서 연결을 시험해 주세요. 알림은 앱에서 볼 수 있습니다.',
    },
    en: {
      message: 'Notifications could not be sent for a day ({outlet}).',
      fix: 'Test the connection in the notification settings. They are kept in the app.',
    },
  },
  NOTIFY_NO_OUTLET: {
    ko: {
      message: '이 실행 방식에서는 운영체제 알림을 보낼 수 없습니다.',
      fix: '데스크톱 앱으로 실행하면 받을 수 있습니다.',
    },
    en: {
      message: 'Notifications of the operating system cannot be shown this way.',
      fix: 'Run the desktop app to get them.',
    },
  },
  NOTIFY_TEST: {
    ko: {
      message: 'StoreBridge 알림 시험입니다.',
      fix: '이 메시지가 보이면 알림이 잘 연결되었습니다.',
    },
    en: {
      message: 'A test notification of StoreBridge.',
      fix: 'If you can read this, notifications arrive.',
    },
  },
} as const satisfies CodeTexts;
