import { z } from 'zod';

/** What a saved password looks like; a field left alone keeps it. */
const REDIS_MASK = '***';

/** A remote Redis as its seller types it. */
export const redisFormSchema = z.object({
  host: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,253}$/),
  port: z.number().int().min(1).max(65_535),
  user: z.string().trim().max(100),
  password: z.string().max(200),
  isEncrypted: z.boolean(),
});
export type RedisForm = z.infer<typeof redisFormSchema>;

const USUAL_PORT = 6379;

/** The form of a saved address; an empty one for none. */
export function redisFormOf(url: string): RedisForm {
  if (!URL.canParse(url)) {
    return { host: '', port: USUAL_PORT, user: '', password: '', isEncrypted: false };
  }
  const { hostname, port, username, password, protocol } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? USUAL_PORT : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    isEncrypted: protocol === 'rediss:',
  };
}

/** What becomes of the saved password: used again, not sent to another server, or there is none in question. */
export function keptPasswordOf(
  { host, port, password }: RedisForm,
  savedUrl: string,
): 'same' | 'lost' | 'none' {
  const saved = redisFormOf(savedUrl);
  if (password !== REDIS_MASK || saved.password !== REDIS_MASK) return 'none';
  return host.trim() === saved.host && Number(port) === saved.port ? 'same' : 'lost';
}

/** The address of a form, its password behind the scheme's own escapes. */
export function redisUrlOf({ host, port, user, password, isEncrypted }: RedisForm): string {
  const secret = password === REDIS_MASK ? password : encodeURIComponent(password);
  const login = user === '' && password === '' ? '' : `${encodeURIComponent(user)}:${secret}@`;
  return `${isEncrypted ? 'rediss' : 'redis'}://${login}${host}:${port}`;
}
