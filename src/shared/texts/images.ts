import type { CodeTexts } from './types';

export const imagesTexts = {
  PICTURE_NOT_LICENSED: {
    ko: {
      message: '공급사가 이미지 사용을 허용하지 않아 이 이미지를 쓰지 않습니다: {licence}',
      fix: '공급사에 사용 허락을 받거나 직접 만든 이미지를 넣어 주세요.',
    },
    en: {
      message:
        'The supplier does not allow use of its pictures, so this one is left out: {licence}',
      fix: 'Ask the supplier for permission, or add pictures of your own.',
    },
  },
  PICTURE_LICENCE_LIMITED: {
    ko: {
      message: '이미지 사용 안내에 제한이 적혀 있습니다: {licence}',
      fix: '안내를 읽고, 내 스토어에 써도 되는지 공급사에 확인한 뒤 이미지를 다시 넣어 주세요.',
    },
    en: {
      message: 'The permission to use the pictures names limits: {licence}',
      fix: 'Read it, ask the supplier whether your store is covered, then add the pictures back.',
    },
  },
  PICTURE_ADDRESS_INVALID: {
    ko: {
      message: '이미지 주소를 읽을 수 없습니다: {address}',
      fix: '이 이미지는 빠집니다. 필요하면 다른 이미지를 넣어 주세요.',
    },
    en: {
      message: 'This is not an address of a picture: {address}',
      fix: 'The picture is left out. Add another one if it is needed.',
    },
  },
  PICTURE_EMBEDDED: {
    ko: {
      message: '설명 안에 직접 들어 있는 이미지(data 주소)는 옮길 수 없습니다.',
      fix: '이 이미지는 빠집니다. 필요하면 등록한 뒤 스마트스토어센터에서 넣어 주세요.',
    },
    en: {
      message: 'A picture written into the description itself (data address) cannot be taken over.',
      fix: 'It is left out. If it is needed, add it in SmartStore Center after registering.',
    },
  },
  PICTURE_OVER_LIMIT: {
    ko: {
      message: '이미지가 너무 많아 이 이미지는 쓰지 않습니다. 최대 {maxCount}장입니다.',
      fix: '필요 없는 이미지를 빼고 이 이미지를 다시 넣을 수 있습니다.',
    },
    en: {
      message:
        'There are too many pictures: at most {maxCount} are used, and this one is left out.',
      fix: 'Leave out pictures you do not need to make room for this one.',
    },
  },
  PICTURE_LEFT_OUT: {
    ko: {
      message: '이 이미지를 쓰지 않기로 했습니다.',
      fix: '언제든지 이미지 화면에서 다시 쓸 수 있습니다.',
    },
    en: {
      message: 'You chose not to use this picture.',
      fix: 'It can be brought back on the pictures screen at any time.',
    },
  },
  PICTURE_NOT_FOUND: {
    ko: {
      message: '공급사 서버에 이미지가 없습니다({host}, 응답 {status}).',
      fix: '이미지가 빠집니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message: 'The supplier’s host no longer has the picture ({host} answered {status}).',
      fix: 'It is left out. Check the supplier’s product page.',
    },
  },
  PICTURE_HOST_FAILED: {
    ko: {
      message: '이미지 서버가 오류로 답했습니다({host}, 응답 {status}).',
      fix: '여러 번 시도했습니다. 잠시 뒤 상품을 다시 준비해 주세요.',
    },
    en: {
      message: 'The picture host answered with an error ({host}: {status}).',
      fix: 'Several attempts were made. Prepare the item again in a while.',
    },
  },
  PICTURE_UNREACHABLE: {
    ko: {
      message: '이미지 서버에 연결할 수 없습니다: {host}',
      fix: '인터넷 연결을 확인하고 상품을 다시 준비해 주세요.',
    },
    en: {
      message: 'The picture host cannot be reached: {host}',
      fix: 'Check the internet connection and prepare the item again.',
    },
  },
  PICTURE_TIMED_OUT: {
    ko: {
      message: '이미지를 {seconds}초 안에 받지 못했습니다: {host}',
      fix: '잠시 뒤 상품을 다시 준비해 주세요.',
    },
    en: {
      message: 'The picture did not arrive within {seconds} seconds: {host}',
      fix: 'Prepare the item again in a while.',
    },
  },
  PICTURE_TOO_LARGE: {
    ko: {
      message: '이미지 파일이 너무 큽니다(최대 {maxMegabytes}MB).',
      fix: '이미지가 빠집니다. 다른 이미지를 고르거나, 등록한 뒤 스마트스토어센터에서 더 작은 파일을 넣어 주세요.',
    },
    en: {
      message: 'The picture file is too large (at most {maxMegabytes} MB).',
      fix: 'It is left out. Choose another picture, or add a smaller file in SmartStore Center after registering.',
    },
  },
  PICTURE_REDIRECTS: {
    ko: {
      message: '이미지 주소가 계속 다른 곳으로 넘어갑니다({host}, {maxRedirects}번 초과).',
      fix: '이미지가 빠집니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message: 'The picture address keeps redirecting ({host}, more than {maxRedirects} times).',
      fix: 'It is left out. Check the supplier’s product page.',
    },
  },
  PICTURE_HOST_FORBIDDEN: {
    ko: {
      message: '내부망 주소나 허용되지 않은 포트의 이미지는 받지 않습니다: {host}',
      fix: '직접 쓰는 서버라면 설정에서 내부 주소의 이미지를 허용해 주세요.',
    },
    en: {
      message: 'Pictures on private addresses or unusual ports are not fetched: {host}',
      fix: 'If the server is your own, allow pictures from private addresses in the settings.',
    },
  },
  PICTURE_EMPTY: {
    ko: {
      message: '이미지 파일이 비어 있습니다(0바이트).',
      fix: '이미지가 빠집니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message: 'The picture file is empty (0 bytes).',
      fix: 'It is left out. Check the supplier’s product page.',
    },
  },
  PICTURE_NOT_A_PICTURE: {
    ko: {
      message: '주소가 이미지가 아닌 다른 내용을 보냈습니다({host}).',
      fix: '이미지가 빠집니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message: 'The address did not send a picture ({host}).',
      fix: 'It is left out. Check the supplier’s product page.',
    },
  },
  PICTURE_FORMAT_UNSUPPORTED: {
    ko: {
      message: '{format} 형식의 이미지는 쓸 수 없습니다.',
      fix: '이미지가 빠집니다. 다른 이미지를 고르거나, 등록한 뒤 스마트스토어센터에서 JPG나 PNG로 바꿔 넣어 주세요.',
    },
    en: {
      message: 'Pictures in the format {format} cannot be used.',
      fix: 'It is left out. Choose another picture, or add it as JPG or PNG in SmartStore Center after registering.',
    },
  },
  PICTURE_DAMAGED: {
    ko: {
      message: '이미지 파일이 손상되었습니다.',
      fix: '이미지가 빠집니다. 공급사 상품 페이지를 확인해 주세요.',
    },
    en: {
      message: 'The picture file is damaged or cut off.',
      fix: 'It is left out. Check the supplier’s product page.',
    },
  },
  PICTURE_TOO_MANY_PIXELS: {
    ko: {
      message: '이미지가 지나치게 큽니다: {widthPx} × {heightPx}픽셀.',
      fix: '이미지가 빠집니다. 다른 이미지를 고르거나, 등록한 뒤 스마트스토어센터에서 줄인 이미지를 넣어 주세요.',
    },
    en: {
      message: 'The picture is far too big: {widthPx} × {heightPx} pixels.',
      fix: 'It is left out. Choose another picture, or add a smaller version in SmartStore Center after registering.',
    },
  },
  PICTURE_TOO_MANY_FRAMES: {
    ko: {
      message: '움직이는 이미지의 장면이 너무 많습니다({frames}개).',
      fix: '이미지가 빠집니다. 다른 이미지를 고르거나, 등록한 뒤 스마트스토어센터에서 움직이지 않는 이미지를 넣어 주세요.',
    },
    en: {
      message: 'The animated picture has too many frames ({frames}).',
      fix: 'It is left out. Choose another picture, or add a still one in SmartStore Center after registering.',
    },
  },
  PICTURE_TOO_SMALL: {
    ko: {
      message: '이미지가 작습니다: {widthPx} × {heightPx}픽셀, 최소 {minEdgePx} × {minEdgePx}픽셀.',
      fix: '이미지가 빠집니다. 상세설명 이미지에서 더 큰 것을 고르거나 공급사에 요청해 주세요.',
    },
    en: {
      message:
        'The picture is too small: {widthPx} × {heightPx}, at least {minEdgePx} × {minEdgePx}.',
      fix: 'It is left out. Choose a larger one of the description’s pictures or ask the supplier for one.',
    },
  },
  PICTURE_TEXT_HEAVY: {
    ko: {
      message: '대표 이미지에 글자가 많습니다(약 {sharePercent}%).',
      fix: '쇼핑 검색에서 빠질 수 있습니다. 글자 없는 이미지로 바꾸는 것이 좋습니다.',
    },
    en: {
      message: 'The representative picture carries much text (about {sharePercent} %).',
      fix: 'The shopping search may leave it out. A picture without text is better.',
    },
  },
  PICTURE_BORDERED: {
    ko: {
      message: '대표 이미지에 테두리가 있습니다.',
      fix: '쇼핑 검색에서 빠질 수 있습니다. 테두리 없는 이미지로 바꾸는 것이 좋습니다.',
    },
    en: {
      message: 'The representative picture has a frame around it.',
      fix: 'The shopping search may leave it out. A picture without a frame is better.',
    },
  },
  PICTURE_LOW_RESOLUTION: {
    ko: {
      message: '이미지 해상도가 낮습니다: {widthPx} × {heightPx}픽셀.',
      fix: '네이버 권장 크기는 1000 × 1000픽셀입니다. 더 큰 이미지가 있으면 바꿔 주세요.',
    },
    en: {
      message: 'The picture has a low resolution: {widthPx} × {heightPx} pixels.',
      fix: 'Naver recommends 1000 × 1000. Use a larger picture if there is one.',
    },
  },
  PICTURE_NEARLY_BLANK: {
    ko: {
      message: '이미지가 거의 비어 있습니다.',
      fix: '상품이 보이는 이미지인지 확인해 주세요.',
    },
    en: {
      message: 'The picture is nearly blank.',
      fix: 'Check that it shows the product.',
    },
  },
  PICTURE_FILE_MISSING: {
    ko: {
      message: '준비한 이미지 파일이 데이터 폴더에 없거나 바뀌었습니다: {path}',
      fix: '상품을 다시 준비하면 새로 만들어집니다. 아직 전송하지 않았습니다.',
    },
    en: {
      message: 'A prepared picture file is missing from the data folder or was changed: {path}',
      fix: 'Prepare the item again and it is made anew. Nothing has been sent.',
    },
  },
  PICTURE_UPLOAD_MISMATCH: {
    ko: {
      message: '네이버가 이미지 {sent}장에 주소 {received}개를 돌려주어 짝을 지을 수 없습니다.',
      fix: '잘못된 이미지가 붙지 않도록 쓰지 않았습니다. 잠시 뒤 다시 시도해 주세요.',
    },
    en: {
      message: 'Naver returned {received} addresses for {sent} pictures; they cannot be matched.',
      fix: 'None was used, so that no product gets a wrong picture. Try again in a while.',
    },
  },
  PICTURE_BACKUP_NOT_SET_UP: {
    ko: {
      message: '이미지 백업 설정이 끝나지 않았습니다.',
      fix: '버킷 이름과 액세스 키, 시크릿 키를 모두 입력해 주세요.',
    },
    en: {
      message: 'The picture backup is not set up completely.',
      fix: 'Enter the bucket and both keys.',
    },
  },
  PICTURE_BACKUP_KEYS_REFUSED: {
    ko: {
      message: '백업 저장소가 키를 받아들이지 않았습니다: {host}',
      fix: '액세스 키와 시크릿 키를 다시 확인해 입력해 주세요.',
    },
    en: {
      message: 'The backup storage does not accept the keys: {host}',
      fix: 'Check access key and secret key and enter them again.',
    },
  },
  PICTURE_BACKUP_NOT_ALLOWED: {
    ko: {
      message: '이 키로는 버킷 “{bucket}”에 쓸 수 없습니다.',
      fix: '저장소에서 이 키에 버킷의 읽기와 쓰기 권한을 주세요.',
    },
    en: {
      message: 'These keys may not write to the bucket “{bucket}”.',
      fix: 'Give them the right to read and write there.',
    },
  },
  PICTURE_BACKUP_NO_BUCKET: {
    ko: {
      message: '“{bucket}” 버킷이 없습니다({host}).',
      fix: '버킷 이름을 확인하거나 저장소에서 먼저 만들어 주세요.',
    },
    en: {
      message: 'There is no bucket “{bucket}” at {host}.',
      fix: 'Check its name, or make it in the storage first.',
    },
  },
  PICTURE_BACKUP_WRONG_REGION: {
    ko: {
      message: '“{bucket}” 버킷은 다른 리전에 있습니다(설정: {region}).',
      fix: '저장소에서 버킷의 리전을 확인해 설정과 맞춰 주세요.',
    },
    en: {
      message: 'The bucket “{bucket}” is in another region than {region}.',
      fix: 'Look up the bucket’s region and enter it in the settings.',
    },
  },
  PICTURE_BACKUP_UNREACHABLE: {
    ko: {
      message: '백업 저장소에 연결할 수 없습니다: {host}',
      fix: '엔드포인트 주소와 인터넷 연결을 확인해 주세요.',
    },
    en: {
      message: 'The backup storage cannot be reached: {host}',
      fix: 'Check the endpoint and the internet connection.',
    },
  },
  PICTURE_BACKUP_FAILED: {
    ko: {
      message: '이미지 백업에 실패했습니다({bucket}): {problem}',
      fix: '상품 등록에는 영향이 없습니다. 저장소의 주소, 키, 권한을 확인해 주세요.',
    },
    en: {
      message: 'The picture backup failed ({bucket}): {problem}',
      fix: 'Registration is not affected. Check the storage’s address, keys and permissions.',
    },
  },
} as const satisfies CodeTexts;
