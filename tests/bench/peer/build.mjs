// Builds the peers of the bench from a corpus: OUT/preact, a plain reader, OUT/bare, the article and nothing
// else, and OUT/scale, libraries that filter and search. They and esbuild come from npm into CACHE, at these versions;
// run again, they are there already.
//
//     node tests/bench/peer/build.mjs CORPUS.json OUT CACHE
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { blocksOf } from './text.js';

const VERSIONS = {
  preact: '11.2.0', crossfilter2: '1.5.4', flexsearch: '0.8.212', minisearch: '7.2.0', esbuild: '0.28.2',
};

const [corpusFile, outDir, cacheDir] = process.argv.slice(2);
if (!cacheDir) throw Error('usage: node build.mjs CORPUS.json OUT CACHE');
const read = (file) => readFileSync(join(import.meta.dirname, file), 'utf8');
const cache = resolve(cacheDir);
const modules = join(cache, 'node_modules');
const isThere = ([name, version]) => {
  const manifest = join(modules, name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest)).version == version;
};
if (!Object.entries(VERSIONS).every(isThere)) {
  mkdirSync(cache, { recursive: true });
  // esbuild's program comes as a package of its own: no install script is needed.
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--prefix', cache, ...flags, ...wanted], { stdio: ['ignore', 'ignore', 'inherit'] });
}
const esbuild = createRequire(join(cache, 'any.js'))('esbuild');

const script = esbuild.buildSync({
  entryPoints: [join(import.meta.dirname, 'reader.jsx')],
  nodePaths: [modules],
  bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none',
  // The automatic runtime would add its own few hundred bytes.
  jsxFactory: 'h', jsxFragment: 'Fragment',
}).outputFiles[0].contents;
// What scale/ measures is measured in the page.
const measure = esbuild.buildSync({
  entryPoints: [join(import.meta.dirname, '../scale/measure.js')],
  nodePaths: [modules],
  bundle: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8',
}).outputFiles[0].contents;
const css = (text) => esbuild.transformSync(text, { loader: 'css', minify: true }).code.trim();

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt()};`);
const block = ({ role, runs }) => {
  const words = (r) => (r.role == 'dateline' ? `<span class="dateline">${escaped(r.words)}</span>` : escaped(r.words));
  const inner = runs.map(words).join('');
  if (role == 'heading') return `<h2>${inner}</h2>`;
  if (role == 'pullquote') return `<blockquote><p>${inner}</p></blockquote>`;
  return role == 'attribution' ? `<p class="attribution">${inner}</p>` : `<p>${inner}</p>`;
};
const article = (doc) => `<article lang="${doc.language ?? corpus.language}">
<header><h1>${escaped(doc.title)}</h1><time>${doc.date}</time></header>
${blocksOf(doc).map(block).join('\n')}
</article>`;

const corpus = JSON.parse(readFileSync(corpusFile, 'utf8').replace(/^\uFEFF/, ''));
const values = {
  language: corpus.language,
  title: escaped(corpus.title),
  script: `reader-${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`,
  style: css(read('bare.css')),
  articles: corpus.documents.map(article).join('\n'),
};
const filled = (file) => read(file).replace(/{{(\w+)}}/g, (_, key) => values[key]);
const files = {
  'preact/index.html': filled('index.html'),
  [`preact/${values.script}`]: script,
  'preact/reader.css': css(read('reader.css')),
  'preact/corpus.json': JSON.stringify(corpus),
  'bare/index.html': filled('bare.html'),
  'scale/index.html': read('../scale/index.html'),
  'scale/measure.js': measure,
};
for (const folder of ['preact', 'bare', 'scale']) {
  rmSync(join(outDir, folder), { recursive: true, force: true });
  mkdirSync(join(outDir, folder), { recursive: true });
}
for (const [name, content] of Object.entries(files)) {
  const bytes = Buffer.from(content);
  writeFileSync(join(outDir, name), bytes);
  console.log(`${name}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} with brotli`);
}
