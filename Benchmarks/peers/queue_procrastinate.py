"""A procrastinate queue of jobs that do nothing.

usage: queue_procrastinate.py CONNINFO fill JOBS | work
work prints "start end" in seconds: when this worker began and when it found nothing more.
"""
import asyncio, logging, sys, time
import procrastinate

conninfo, what = sys.argv[1], sys.argv[2]
logging.disable(logging.CRITICAL)
app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=conninfo, min_size=1, max_size=4))


@app.task(name="nothing", queue="q")
async def nothing(item):
    pass


async def fill(jobs):
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        deferrer = app.configure_task("nothing")
        for first in range(0, jobs, 1000):
            await deferrer.batch_defer_async(*({"item": i} for i in range(first, min(first + 1000, jobs))))


async def work():
    async with app.open_async():
        start = time.time()
        await app.run_worker_async(queues=["q"], wait=False, concurrency=10, listen_notify=False, install_signal_handlers=False)
        print(start, time.time())


asyncio.run(fill(int(sys.argv[3])) if what == "fill" else work())
