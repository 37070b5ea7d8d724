/** Words of the editor of one draft. */
export const editorKo = {
  back: '초안 목록',
} as const;

export const editorEn = {
  back: 'Drafts',
} as const;
