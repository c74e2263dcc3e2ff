import { readSourceTask } from './docket/tasks.ts';
import { checkMatterTask, copyMatterTask } from './matter/care/tasks.ts';
import { digestTask } from './evidence/content/digest.ts';
import { assembleTask, measureTask } from './exhibits/tasks.ts';
import { inspectFileTask, listMembersTask, readTextTask, tellKindTask } from './formats/files/tasks.ts';
import { inspectImage } from './formats/images/inspect-image.ts';
import { mailHtmlTask, viewMailTask } from './formats/mail/tasks.ts';
import { serveTasks } from './jobs/worker-thread.ts';
import { recognisePage } from './ocr/recognise-page.ts';
import { assembleFilesTask } from './pdf/assemble/task.ts';
import { inspectPdf } from './pdf/inspect.ts';
import { readPdfText } from './pdf/text.ts';

/**
 * What can run in a worker thread: name → function, called through `runInWorker` (jobs/worker-pool.ts). Declare each
 * function's input and output explicitly in its own module: the pool derives its types from here.
 */
const tasks = {
  'content.digest': digestTask,
  'docket.read': readSourceTask,
  'exhibits.assemble': assembleTask,
  'exhibits.measure': measureTask,
  'formats.inspect': inspectFileTask,
  'formats.kind': tellKindTask,
  'formats.members': listMembersTask,
  'formats.text': readTextTask,
  'image.inspect': inspectImage,
  'mail.html': mailHtmlTask,
  'mail.view': viewMailTask,
  'matter.check': checkMatterTask,
  'matter.copy': copyMatterTask,

  'ocr.recognise': recognisePage,

  'pdf.assemble': assembleFilesTask,
  'pdf.inspect': inspectPdf,
  'pdf.text': readPdfText,
};

export type WorkerTasks = typeof tasks;

serveTasks(tasks);
