import { AppError } from '@shared/errors/app-error';
import { hash } from 'bcryptjs';

/** What a client secret looks like: a bcrypt salt (naver-commerce-api.md 1.5, 2026-09). */
const CLIENT_SECRET = /^\$2[aby]\$\d{2}\$[./A-Za-z0-9]{22}$/;

/**
 * The signature of a token request: base64 of the bcrypt hash of `clientId_timestamp` under the client
 * secret, which is a bcrypt salt. Throws NAVER_SECRET_MALFORMED when it is none, as after a shell or
 * `.env` file has expanded its `$` parts.
 */
export async function computeClientSecretSign(
  clientId: string,
  clientSecret: string,
  timestampMs: number,
): Promise<string> {
  if (!CLIENT_SECRET.test(clientSecret)) throw new AppError('NAVER_SECRET_MALFORMED');
  return Buffer.from(await hash(`${clientId}_${timestampMs}`, clientSecret)).toString('base64');
}
