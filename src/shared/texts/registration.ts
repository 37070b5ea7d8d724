import type { CodeTexts } from './types';

export const registrationTexts = {
  REGISTRATION_ITEM_DELETED: {
    ko: {
      message: '도매꾹에 더 이상 없는 상품입니다({itemNo}).',
      fix: '상품 번호를 확인해 주세요. 번호가 맞다면 공급사가 삭제한 상품이므로 목록에서 빼 주세요.',
    },
    en: {
      message: 'The wholesaler no longer has item {itemNo}.',
      fix: 'Check the number. If it is right, the supplier deleted the item: take it off the list.',
    },
  },
  REGISTRATION_ITEM_ENDED: {
    ko: {
      message: '도매꾹에서 판매 중이 아닌 상품입니다(상태: {status}).',
      fix: '공급사가 다시 판매를 시작하면 [다시 시도]를 눌러 주세요.',
    },
    en: {
      message: 'The wholesaler does not sell this item now (status: {status}).',
      fix: 'When the supplier sells it again, press Retry.',
    },
  },
  REGISTRATION_ITEM_UNANSWERED: {
    ko: {
      message: '도매꾹이 상품 {itemNo}에 대해 아무 답도 주지 않았습니다.',
      fix: '잠시 뒤 [다시 시도]를 눌러 주세요.',
    },
    en: {
      message: 'The wholesaler gave no answer for item {itemNo}.',
      fix: 'Press Retry in a while.',
    },
  },
  REGISTRATION_DRAFT_NOT_READY: {
    ko: {
      message: '상품 정보에 확인할 내용이 남아 있습니다.',
      fix: '상품 편집 화면에서 표시된 항목을 정리한 뒤 [다시 시도]를 눌러 주세요.',
    },
    en: {
      message: 'The product still has points to settle.',
      fix: 'Settle the marked fields in the editor, then press Retry.',
    },
  },
  REGISTRATION_DRAFT_UNCHANGED: {
    ko: {
      message: '네이버가 거절한 내용과 같은 상품 정보라서 다시 보내지 않았습니다.',
      fix: '거절 사유에 해당하는 항목을 수정한 뒤 [다시 시도]를 눌러 주세요.',
    },
    en: {
      message: 'Not sent again: it is the same product that Naver has already refused.',
      fix: 'Change what the refusal names, then press Retry.',
    },
  },
  REGISTRATION_ALREADY_AT_NAVER: {
    ko: {
      message:
        '같은 판매자 상품코드({sellerCode})의 상품이 이미 스토어에 있어 새로 만들지 않았습니다.',
      fix: '스마트스토어센터에서 상품번호 {productNo}의 가격과 재고를 확인해 주세요.',
    },
    en: {
      message: 'The store already has a product with seller code {sellerCode}; none was created.',
      fix: 'Check price and stock of product {productNo} in the seller center.',
    },
  },
  REGISTRATION_SEVERAL_AT_NAVER: {
    ko: {
      message: '판매자 상품코드 {sellerCode}의 상품이 스토어에 {count}개 있습니다: {productNos}',
      fix: '하나만 남기고 나머지는 스마트스토어센터에서 삭제해 주세요.',
    },
    en: {
      message: 'The store has {count} products with seller code {sellerCode}: {productNos}',
      fix: 'Keep one and delete the others in the seller center.',
    },
  },
  REGISTRATION_OUTCOME_UNKNOWN: {
    ko: {
      message: '네이버의 등록 응답을 받지 못해 상품이 만들어졌는지 확인하고 있습니다.',
      fix: '기다려 주세요. 확인이 끝나기 전에는 다시 보내지 않습니다.',
    },
    en: {
      message: 'Naver’s answer was lost; finding out whether the product was created.',
      fix: 'Wait a moment. Nothing is sent again before this is known.',
    },
  },
  REGISTRATION_NEVER_ANSWERED: {
    ko: {
      message: '네이버에 {times}번 보냈지만 응답이 없었고 상품도 만들어지지 않았습니다.',
      fix: '잠시 뒤 [다시 시도]를 눌러 주세요. 반복되면 상품 정보를 줄여 보거나 네이버에 문의해 주세요.',
    },
    en: {
      message: 'Sent to Naver {times} times without an answer, and no product was created.',
      fix: 'Press Retry in a while. If it repeats, shorten the product or ask Naver.',
    },
  },
  REGISTRATION_ALL_REFUSED: {
    ko: {
      message: '네이버가 상품 {count}개를 연달아 같은 이유로 거절해 등록을 멈췄습니다: {says}',
      fix: '거절된 상품의 사유와 스토어 설정을 확인한 뒤 [계속]을 눌러 주세요.',
    },
    en: {
      message: 'Stopped: Naver refused {count} products in a row for the same reason: {says}',
      fix: 'Check the reason and the store’s settings, then press Resume.',
    },
  },
  REGISTRATION_STORED_DIFFERENTLY: {
    ko: {
      message:
        '네이버에 저장된 값이 보낸 값과 다릅니다({field}: 보낸 값 {sent}, 저장된 값 {kept}).',
      fix: '스마트스토어센터에서 확인하고 필요하면 수정해 주세요.',
    },
    en: {
      message: 'Naver keeps another value than was sent ({field}: sent {sent}, kept {kept}).',
      fix: 'Check the product in the seller center and correct it if needed.',
    },
  },
  REGISTRATION_OPTIONS_STORED_DIFFERENTLY: {
    ko: {
      message:
        '네이버에 저장된 옵션이 보낸 옵션과 다릅니다(보냄 {sent}개, 저장됨 {kept}개, 다른 옵션 {differing}개, 예: {example}).',
      fix: '스마트스토어센터에서 옵션의 가격과 재고를 확인해 주세요.',
    },
    en: {
      message:
        'Naver keeps other options than were sent ({sent} sent, {kept} kept, {differing} differ, e.g. {example}).',
      fix: 'Check the prices and stock of the options in the seller center.',
    },
  },
  REGISTRATION_NOT_VERIFIED: {
    ko: {
      message: '상품은 등록되었지만 저장된 내용을 다시 읽어 확인하지 못했습니다.',
      fix: '스마트스토어센터에서 상품번호 {productNo}을(를) 확인해 주세요.',
    },
    en: {
      message: 'The product was created, but could not be read back for comparison.',
      fix: 'Check product {productNo} in the seller center.',
    },
  },
  REGISTRATION_CANCEL_TOO_LATE: {
    ko: {
      message: '취소하기 전에 상품이 이미 네이버에 등록되었습니다.',
      fix: '판매하지 않으려면 스마트스토어센터에서 판매중지하거나 삭제해 주세요.',
    },
    en: {
      message: 'The product had been created at Naver before it could be cancelled.',
      fix: 'If you do not want to sell it, suspend or delete it in the seller center.',
    },
  },
  REGISTRATION_ROW_UNREADABLE: {
    ko: {
      message: '저장된 작업 정보를 읽을 수 없습니다({problem}).',
      fix: '작업은 지워지지 않았습니다. 진단 파일을 보내 주세요.',
    },
    en: {
      message: 'The stored job cannot be understood ({problem}).',
      fix: 'Nothing was deleted. Send the diagnostics file.',
    },
  },
  REGISTRATION_UNKNOWN_REASON: {
    ko: {
      message: '이 버전이 모르는 사유입니다: {code}',
      fix: 'StoreBridge를 최신 버전으로 업데이트해 주세요.',
    },
    en: {
      message: 'A reason that this version does not know: {code}',
      fix: 'Update StoreBridge.',
    },
  },
  REGISTRATION_LIST_GOES_ON_LATER: {
    ko: {
      message: '목록을 대기열에 넣는 중에 프로그램이 종료되었습니다.',
      fix: '프로그램을 다시 켜면 나머지가 자동으로 이어서 들어갑니다. 같은 목록을 다시 올리지 않아도 됩니다.',
    },
    en: {
      message: 'The program ended while the list was being put into the queue.',
      fix: 'Start it again: the rest follows by itself. The list need not be imported again.',
    },
  },
  REGISTRATION_QUEUE_PAUSED: {
    ko: {
      message: '등록 대기열이 멈춰 있습니다.',
      fix: '앱의 대기열 화면에서 [다시 시작]을 누르거나 터미널에서 "storebridge queue resume"을 실행하세요.',
    },
    en: {
      message: 'The registration queue is paused.',
      fix: 'Press Resume on the Queue screen, or run "storebridge queue resume" in the terminal.',
    },
  },
  REGISTRATION_RESTORED_BACKUP: {
    ko: {
      message:
        '백업에서 되살린 대기열입니다. 백업 뒤에 취소하거나 등록한 상품이 다시 대기 중일 수 있어 멈춰 두었습니다.',
      fix: '대기 중인 상품을 살펴보고 필요 없는 것은 취소한 다음, [다시 시작]을 눌러 주세요. 이미 등록된 상품은 다시 등록하지 않고 연결만 합니다.',
    },
    en: {
      message:
        'This queue comes from a backup. Products that were cancelled or registered since may wait in it again, so it is paused.',
      fix: 'Look at what waits, cancel what is not wanted, then press Resume. Products that are registered already are only taken over, not registered again.',
    },
  },
  REGISTRATION_UNDO_NOTHING: {
    ko: {
      message: '이 목록에서 되돌릴 상품이 없습니다.',
      fix: '등록이 완료된 상품이 있는 목록을 골라 주세요.',
    },
    en: {
      message: 'There is no product of this list to take back.',
      fix: 'Choose a list with registered products.',
    },
  },
  REGISTRATION_UNDONE_DELETED: {
    ko: {
      message: '목록 되돌리기로 네이버에서 삭제한 상품입니다.',
      fix: '다시 판매하려면 [재시도]를 누르거나 상품번호를 다시 가져오세요.',
    },
    en: {
      message: 'Deleted at Naver when its list was taken back.',
      fix: 'To sell it again, press Retry or import the number again.',
    },
  },
  REGISTRATION_UNDONE_SUSPENDED: {
    ko: {
      message: '목록 되돌리기로 네이버에서 판매중지한 상품입니다.',
      fix: '다시 판매하려면 스마트스토어센터에서 판매중으로 바꿔 주세요.',
    },
    en: {
      message: 'Suspended at Naver when its list was taken back.',
      fix: 'To sell it again, set it on sale in the seller center.',
    },
  },
  REGISTRATION_CLAIMED_ELSEWHERE: {
    ko: {
      message: '다른 PC({heldBy})에서 같은 상품을 등록하고 있어 기다립니다.',
      fix: '그 PC의 작업이 끝나면 자동으로 확인합니다. 상품이 두 번 만들어지지 않습니다.',
    },
    en: {
      message: 'Waits: another PC ({heldBy}) is registering the same item.',
      fix: 'It is checked again by itself when that PC has ended; the product is not made twice.',
    },
  },
  REGISTRATION_HOUR_USED_UP: {
    ko: {
      message: '한 시간에 등록할 상품 수({perHour}개)를 모두 채워 다음 차례를 기다리고 있습니다.',
      fix: '기다리면 이어서 등록합니다. 더 빨리 등록하려면 대기열 화면에서 시간당 한도를 늘려 주세요.',
    },
    en: {
      message: 'Waits for its turn: the {perHour} new products of this hour are used up.',
      fix: 'Wait and it goes on, or raise the hourly limit on the queue screen.',
    },
  },
  REGISTRATION_OTHER_WORKER: {
    ko: {
      message: '같은 데이터 폴더에서 다른 StoreBridge가 이미 작업하고 있습니다: {path}',
      fix: '실행 중인 StoreBridge를 사용하거나, 종료한 뒤 다시 시작해 주세요.',
    },
    en: {
      message: 'Another StoreBridge already works on this data folder: {path}',
      fix: 'Use the one that is running, or close it and start again.',
    },
  },
} as const satisfies CodeTexts;
