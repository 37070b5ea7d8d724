import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import type { PlannedPicture } from '../src/core/images/port';
import { openOurPipeline } from './images/ours';
import { createPhotoMaker } from './images/pictures';

/*
 * What the picture pipeline holds: 500 pictures of 1 to 4 megapixels in items of five, four items
 * at once as in the main job, from a server process to an upload endpoint in that process. The
 * pipeline runs in a process that does nothing else, so its resident memory above that of the
 * loaded, warmed-up program is the pipeline's own.
 */

const ITEMS = 100;
const ITEMS_AT_ONCE = 4;
/** One gallery picture and four of the description, the last of them a tall one that is sliced. */
const SIZES = [
  [2000, 2000],
  [1000, 1000],
  [1414, 1414],
  [860, 1400],
  [860, 4600],
] as const;
const VARIANTS = 6;
const SAMPLE_MS = 10;
const MB = 1024 * 1024;

const SELF = fileURLToPath(import.meta.url);
const [role, baseUrl] = process.argv.slice(2);

if (role === 'market') await serve();
else if (role === 'run') console.log(JSON.stringify(await run(baseUrl ?? '')));
else await bench();

async function bench(): Promise<void> {
  const market = spawn(process.execPath, [SELF, 'market'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await firstLineOf(market);
    const child = spawn(process.execPath, ['--expose-gc', SELF, 'run', url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await Promise.all([firstLineOf(child), once(child, 'exit')]);
    console.log(line);
  } finally {
    market.kill();
  }
}

/** Serves `/<size>/<number>.jpg` and `/upload`; writes its address to stdout. */
async function serve(): Promise<void> {
  const maker = await createPhotoMaker();
  const whole = await maker.largePhoto(0);
  const pictures = new Map<string, Buffer>();
  for (const [size, [width, height]] of SIZES.entries()) {
    for (let variant = 0; variant < VARIANTS; variant += 1) {
      const picture = await sharp(whole)
        .extract({ left: variant * 150, top: variant * 150, width: 2000, height: 2000 })
        .resize({ width, height, fit: 'fill' })
        .modulate({ hue: variant * 50 + size * 20 })
        .jpeg({ quality: 88 })
        .toBuffer();
      pictures.set(`${size} ${variant}`, picture);
    }
  }
  let addresses = 0;
  const server = createServer(async (request, response) => {
    const [, size, number] = /^\/(\d+)\/(\d+)\.jpg$/.exec(request.url ?? '') ?? [];
    if (size === undefined || number === undefined) {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const files = Buffer.concat(chunks).toString('latin1').split('filename="').length - 1;
      const images = Array.from({ length: files }, () => {
        addresses += 1;
        return { url: `https://shop-phinf.pstatic.net/bench/${addresses}.jpg` };
      });
      response.end(JSON.stringify({ images }));
      return;
    }
    const picture = pictures.get(`${size} ${Number(number) % VARIANTS}`) ?? Buffer.alloc(0);
    const bytes = withComment(picture, number);
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.byteLength });
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}

/** The same pixels under another content: a comment segment right after the start of a JPEG. */
function withComment(jpeg: Buffer, text: string): Buffer {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([head, Buffer.from(text), jpeg.subarray(2)]);
}

async function run(url: string) {
  const pipeline = await openOurPipeline(url);
  const item = (number: number): readonly PlannedPicture[] =>
    SIZES.map((_size, size) => ({
      url: `${url}/${size}/${number}.jpg`,
      role: size === 0 ? 'product' : 'detail',
    }));
  try {
    await pipeline.runItem(item(ITEMS));
    globalThis.gc?.();
    const beforeBytes = process.memoryUsage.rss();
    const samples: number[] = [];
    const sampler = setInterval(() => samples.push(process.memoryUsage.rss()), SAMPLE_MS);
    const cpuBefore = process.cpuUsage();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < ITEMS) {
        next += 1;
        await pipeline.runItem(item(next - 1));
      }
    };
    await Promise.all(Array.from({ length: ITEMS_AT_ONCE }, worker));
    clearInterval(sampler);
    const { user, system } = process.cpuUsage(cpuBefore);
    const peakBytes = Math.max(...samples);
    const mean = samples.reduce((sum, bytes) => sum + bytes, 0) / samples.length;
    const growthMb = Math.round((peakBytes - beforeBytes) / MB);
    return {
      bench: 'picture-memory',
      pictures: ITEMS * SIZES.length,
      cpuMsPerPicture: Math.round((user + system) / 1000 / (ITEMS * SIZES.length)),
      beforeMb: Math.round(beforeBytes / MB),
      meanMb: Math.round(mean / MB),
      peakMb: Math.round(peakBytes / MB),
      growthMb,
      bars: [
        {
          name: 'resident memory growth, MB',
          value: growthMb,
          bound: '< 100',
          holds: growthMb < 100,
        },
      ],
    };
  } finally {
    await pipeline.close();
  }
}

async function firstLineOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended without a result');
}
