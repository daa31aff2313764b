import 'reflect-metadata';
import { Controller, ForbiddenException, HttpCode, Inject, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { raw } from 'express';
import type { Request } from 'express';
import { LineLog } from './line-log';
import { announcePort, isSigned } from './server-kit';

/** The yardstick: what any Nest handler pays that verifies a signature and is durable before it answers. */
@Controller('webhook')
class BareController {
  constructor(@Inject(LineLog) private readonly log: LineLog) {}

  @Post('ghl')
  @HttpCode(200)
  async receive(@Req() request: Request): Promise<{ status: string }> {
    const body = request.body as Buffer;
    if (!isSigned(body, request.header('x-ghl-signature') ?? '')) throw new ForbiddenException();
    await this.log.append(`${body.toString()}\n`);
    return { status: 'accepted' };
  }
}

@Module({
  controllers: [BareController],
  providers: [{ provide: LineLog, useFactory: () => LineLog.open(process.env.LINE_LOG ?? '') }],
})
class BareModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(BareModule, { bodyParser: false, logger: false });
  app.use(raw({ type: () => true }));
  announcePort(app.getHttpServer());
  await app.listen(0, '127.0.0.1');
}

void main();
