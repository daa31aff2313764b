import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Observable } from 'rxjs';
import { nameHandler } from './request-meter';

/** Tells the metrics which handler a request has reached, such as `GET /conversations/:contactId`. */
@Injectable()
export class HandlerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { readonly route: { readonly path: string } }>();
    nameHandler(http.getResponse<Response>(), `${request.method} ${request.route.path}`);
    return next.handle();
  }
}
