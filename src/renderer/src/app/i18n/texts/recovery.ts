/** Words of the screen that stands in for all others while the product cannot be opened. */
export const recoveryKo = {
  title: 'StoreBridge를 열지 못했습니다',
  subtitle: '데이터는 지우지 않았습니다. 아래 방법으로 다시 시작할 수 있습니다.',
  reopening: '다시 여는 중…',
} as const;

export const recoveryEn = {
  title: 'StoreBridge could not open',
  subtitle: 'Nothing of your data was deleted. These are the ways to go on.',
  reopening: 'Opening…',
} as const;
