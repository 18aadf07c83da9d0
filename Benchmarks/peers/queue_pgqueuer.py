"""A pgqueuer queue of jobs that do nothing.

usage: queue_pgqueuer.py HOST USER DATABASE fill JOBS | work
work prints "start end" in seconds: when this worker began and when it found nothing more.
"""
import asyncio, logging, sys, time
from datetime import timedelta
import asyncpg
from pgqueuer import QueueManager
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Job
from pgqueuer.queries import Queries
from pgqueuer.types import QueueExecutionMode

host, user, database, what = sys.argv[1:5]
logging.disable(logging.CRITICAL)


async def connect():
    return AsyncpgDriver(await asyncpg.connect(host=host, user=user, database=database))


async def fill(jobs):
    queries = Queries(await connect())
    await queries.install()
    for first in range(0, jobs, 1000):
        count = min(1000, jobs - first)
        await queries.enqueue(["nothing"] * count, [b"0"] * count, [0] * count)


async def work():
    manager = QueueManager(Queries(await connect()))

    @manager.entrypoint("nothing")
    async def nothing(job: Job) -> None:
        pass

    start = time.time()
    await manager.run(dequeue_timeout=timedelta(seconds=1), batch_size=100, mode=QueueExecutionMode.drain)
    print(start, time.time())


asyncio.run(fill(int(sys.argv[5])) if what == "fill" else work())
