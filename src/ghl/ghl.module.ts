import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { MonotonicClock } from '../config';
import { Bookings } from './bookings';
import { callPolicyProvider } from './call-policy';
import { CallRecorder } from './call-recorder';
import { Contacts } from './contacts';
import { ConversationReader } from './conversation-reader';
import { DailyBudget } from './daily-budget';
import { endpointProvider } from './endpoint';
import { FieldDirectory } from './field-directory';
import { GhlHttp } from './ghl-http';
import { GhlClient } from './ghl.client';
import { httpOptions } from './http-exchange';
import { LocationInspection } from './inspection';
import { MessageSender } from './message-sender';
import { RateLimiter } from './rate-limiter';
import { sandboxHostProvider } from './sandbox-host';
import { LocationSetup } from './setup';

/** The CRM. Needs the global `ConfigModule` and `LoggingModule`. */
@Module({
  imports: [HttpModule.registerAsync({ useFactory: httpOptions })],
  providers: [
    sandboxHostProvider,
    endpointProvider,
    callPolicyProvider,
    {
      provide: RateLimiter,
      inject: [PinoLogger],
      useFactory: (logger: PinoLogger) => {
        // Its own: the calls are paced by the CRM's real time, also where a test has turned the other clocks.
        const clock = new MonotonicClock();
        return new RateLimiter(clock, new DailyBudget(clock, logger));
      },
    },
    CallRecorder,
    GhlHttp,
    Bookings,
    FieldDirectory,
    Contacts,
    ConversationReader,
    MessageSender,
    GhlClient,
    LocationInspection,
    LocationSetup,
  ],
  exports: [Bookings, GhlClient, LocationInspection, LocationSetup, MessageSender],
})
export class GhlModule {}
