import { expect, test } from 'vitest';
import { startPracticeMarket } from './index';

test('a started market answers a wholesale item with its pictures', async () => {
  const market = await startPracticeMarket({});
  try {
    const item = market.control.items()[0];
    const url = `${market.domeggookUrl}?ver=4.6&mode=getItemView&aid=${market.credentials.domeggookKey}&no=${item?.itemNo}&om=json`;
    const answer = await fetch(url);
    const body = (await answer.json()) as { domeggook: { thumb: { original: string } } };
    const picture = await fetch(body.domeggook.thumb.original);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  } finally {
    await market.close();
  }
});
