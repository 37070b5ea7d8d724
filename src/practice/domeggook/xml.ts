function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The mechanical XML twin of a JSON answer, for callers that ask for `om=xml`. */
export function toXml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((entry) => toXml(name, entry)).join('');
  // A number is no element name: index-keyed nodes become repeated elements.
  const tag = /^\d/.test(name) ? 'item' : name;
  if (typeof value !== 'object' || value === null) {
    return `<${tag}>${escapeXml(String(value ?? ''))}</${tag}>`;
  }
  const inner = Object.entries(value).map(([key, entry]) => toXml(key, entry));
  return `<${tag}>${inner.join('')}</${tag}>`;
}
