/**
 * Seconds and peak memory of 100 department workbooks and their zip, against 100 empty one-sheet workbooks written by ExcelJS alone.
 * Each part runs in a process of its own, so that peaks do not mix. Run after a build: node test/load/workbooks.bench.mjs
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import {
  buildDepartmentWorkbook,
  departmentFileName,
  uniqueFileNames,
  zipFiles,
} from '../../dist/libs/export/src/index.js';
import { meanOfRationals, rational } from '../../dist/libs/survey-model/src/index.js';

const WORKBOOKS = 100;
const BUREAUS = 20;
const POSITIONS = 8;
const ITEMS = 13;

function generator(seed) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

const next = generator(2024);

/** A cell of n answers with a random distribution; under 5 it is hidden, under 10 it has no distribution. */
function cellOf(table, key, n) {
  if (n < 5) return { table, key, status: 'primary', n: null, items: [], categories: {}, overall: null, choices: [] };
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const counts = [0, 0, 0, 0, 0];
    for (let answer = 0; answer < n; answer += 1) counts[Math.floor(next() * 5)] += 1;
    const sum = counts.reduce((total, count, option) => total + count * (option + 1), 0);
    return { item: `q${index + 1}`, n, sum, ...(n >= 10 && { counts }) };
  });
  const overall = meanOfRationals(items.map((item) => rational(item.sum, n)));
  return { table, key, status: 'published', n, items, categories: { all: overall }, overall, choices: [] };
}

function departments() {
  const bureaus = Array.from({ length: BUREAUS }, (_, index) => ({ key: `B${index}`, label: `第${index + 1}部` }));
  const sections = Array.from({ length: WORKBOOKS - BUREAUS }, (_, index) => {
    return { key: `S${index}`, label: `第${index + 1}課`, parent: `B${index % BUREAUS}` };
  });
  return [...bureaus, ...sections];
}

function releaseOf() {
  const values = departments();
  const positions = Array.from({ length: POSITIONS }, (_, index) => ({ key: `P${index}`, label: `職位${index + 1}` }));
  const questions = Array.from({ length: ITEMS }, (_, index) => {
    return {
      type: 'scale',
      code: `q${index + 1}`,
      text: `仕事について、あなたの職場でそう感じることがある(${index + 1})`,
      scale: { min: 1, max: 5 },
    };
  });
  const codes = questions.map(({ code }) => code);
  const bands = { high: 3.8, norm: 3.6, low: 3.2 };
  const scoring = { items: codes, categories: [{ key: 'all', name: '全項目', items: codes }], bands };
  const scores = [cellOf(['department'], {}, 636)];
  for (const { key, parent } of values) {
    scores.push(cellOf(['department'], { department: key }, Math.floor(next() * (parent ? 30 : 120))));
    if (parent) continue;
    for (const position of positions) {
      scores.push(
        cellOf(['department', 'position'], { department: key, position: position.key }, Math.floor(next() * 20)),
      );
    }
  }
  return {
    surveyId: 'bench',
    version: 1,
    title: '職員アンケート',
    organisation: '測定市',
    fiscalYear: 2024,
    opensOn: '2024-05-24',
    closesOn: '2024-06-28',
    invited: 2041,
    answered: 636,
    minGroup: 5,
    detailMinGroup: 10,
    releasedAt: '2024-07-16T00:00:00Z',
    questionnaire: { key: 'bench', title: '測定', sections: [{ key: 's', title: '測定', questions }], scoring },
    attributes: [
      { key: 'department', label: '所属', values },
      { key: 'position', label: '職位', values: positions },
    ],
    scores,
  };
}

async function writeDepartments() {
  const release = releaseOf();
  const codes = departments().map(({ key }) => key);
  const names = uniqueFileNames(codes.map((code) => departmentFileName(release, code)));
  async function* workbooks() {
    for (const [index, departmentCode] of codes.entries()) {
      yield {
        name: names[index],
        data: await buildDepartmentWorkbook({
          release,
          analysis: null,
          departmentCode,
          training: null,
          generatedOn: '2024-07-16',
        }),
      };
    }
  }
  let bytes = 0;
  for await (const chunk of zipFiles(workbooks())) bytes += chunk.length;
  return bytes;
}

async function writeEmpty() {
  let bytes = 0;
  for (let index = 0; index < WORKBOOKS; index += 1) {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('1');
    bytes += (await workbook.xlsx.writeBuffer()).byteLength;
  }
  return bytes;
}

async function measure(write) {
  const start = performance.now();
  const bytes = await write();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ seconds, bytes, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
}

function part(name) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function line(label, { seconds, bytes, peakMegabytes }) {
  return `${label.padEnd(34)} ${seconds.toFixed(2)} s  ${(bytes / 1024).toFixed(0)} KiB  peak RSS ${peakMegabytes.toFixed(0)} MiB`;
}

if (process.argv[2] === 'departments') await measure(writeDepartments);
else if (process.argv[2] === 'empty') await measure(writeEmpty);
else {
  const [departmentPart, emptyPart] = [part('departments'), part('empty')];
  console.log(line(`${WORKBOOKS} department workbooks, zipped`, departmentPart));
  console.log(line(`${WORKBOOKS} empty one-sheet workbooks`, emptyPart));
  console.log(`ratio ${(departmentPart.seconds / emptyPart.seconds).toFixed(1)}`);
}
