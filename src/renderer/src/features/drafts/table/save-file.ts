const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Hands a made table to the browser's downloads. */
export function saveFile(base64: string, form: 'csv' | 'xlsx'): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: TYPES[form] }));
  const link = document.createElement('a');
  const day = new Date().toISOString().slice(0, 10);
  link.href = url;
  link.download = `storebridge-drafts-${day}.${form}`;
  link.click();
  URL.revokeObjectURL(url);
}
